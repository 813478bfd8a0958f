import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { closeShift, readX } from './closing.ts';
import { countDrawer, listCounts } from './counting.ts';
import { listMovements, moveDrawer } from './movements.ts';
import { listZ, readZ } from './z-store.ts';

export { readX } from './closing.ts';
export { countsOf } from './counting.ts';
export { expectedCash, readLedger } from './expected-cash.ts';
export { readMovement } from './movements.ts';
export { MARKS, type ZRange } from './range.ts';
export { figuresOf } from './z-report.ts';
export { readZ, zHash } from './z-store.ts';

export const drawerHandlers: ModuleHandlers = {
  queries: {
    'drawer.list': listMovements,
    'shifts.counts': listCounts,
    'shifts.xReport': readX,
    'zReports.list': listZ,
    'zReports.get': (ctx, input) => readZ(ctx, input.z_number),
  },
  commands: { 'drawer.move': moveDrawer, 'shifts.count': countDrawer, 'shifts.close': closeShift },
};
