import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { getShift, listShifts, openShift } from './shifts.ts';

export { markClosed, openShiftId, readShift, requireOpenShift } from './shifts.ts';

/** `shifts.close` lives in drawer: a close is counted and makes a Z. */
export const shiftHandlers: ModuleHandlers = {
  queries: { 'shifts.list': listShifts, 'shifts.get': getShift },
  commands: { 'shifts.open': openShift },
};
