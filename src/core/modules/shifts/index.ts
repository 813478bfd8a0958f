import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { closeShift, getShift, listShifts, openShift } from './shifts.ts';

export { openShiftId, requireOpenShift } from './shifts.ts';

export const shiftHandlers: ModuleHandlers = {
  queries: { 'shifts.list': listShifts, 'shifts.get': getShift },
  commands: { 'shifts.open': openShift, 'shifts.close': closeShift },
};
