import { z } from 'zod';
import { operation } from './operation.ts';
import { day, instantOut, money, moneyOut, pageOf, paging, pathId, text } from './primitives.ts';
import { reason } from './refunds.ts';
import { zReport } from './z-report.ts';

export const DRAWER_KINDS = ['paid_in', 'paid_out', 'drop', 'no_sale'] as const;

export const drawerMovement = z.object({
  id: z.int(),
  shift_id: z.int(),
  kind: z.enum(DRAWER_KINDS),
  amount: moneyOut(),
  reason: z.string(),
  made_by: z.string(),
  approved_by: z.string().nullable(),
  created_at: instantOut(),
});
export type DrawerMovement = z.infer<typeof drawerMovement>;

const denomination = z.object({ value: money({ gt: 0 }), count: z.int().min(0).max(100_000) });

/** A count is a fact: once it is submitted, and not before, it comes with what should have been there. */
export const cashCount = z.object({
  id: z.int(),
  shift_id: z.int(),
  amount: moneyOut(),
  denominations: z.array(z.object({ value: moneyOut(), count: z.int() })).nullable(),
  expected: moneyOut(),
  /** Counted less expected. */
  over_short: moneyOut(),
  counted_by: z.string(),
  note: z.string().nullable(),
  created_at: instantOut(),
});
export type CashCount = z.infer<typeof cashCount>;

export const drawerOperations = {
  'drawer.move': operation({
    method: 'POST',
    url: '/api/v1/drawer-movements',
    kind: 'command',
    tag: 'Drawer',
    permission: 'shifts.operate',
    status: 201,
    summary: 'Put cash into the drawer, take some out, drop it to the safe, or open it with no sale',
    errors: ['no_open_shift', 'forbidden', 'approval_needed'],
    body: { kind: z.enum(DRAWER_KINDS), amount: money().default(0), reason },
    output: drawerMovement,
  }),
  'drawer.list': operation({
    method: 'GET',
    url: '/api/v1/drawer-movements',
    kind: 'query',
    tag: 'Drawer',
    permission: 'shifts.view',
    summary: "A shift's drawer movements, newest first",
    query: { shift_id: z.int().optional(), ...paging },
    output: pageOf(drawerMovement),
  }),
  'shifts.count': operation({
    method: 'POST',
    url: '/api/v1/shifts/{shift_id}/counts',
    kind: 'command',
    tag: 'Drawer',
    permission: 'shifts.operate',
    status: 201,
    summary: 'Submit what was counted in the drawer; a mistaken count is corrected by another',
    errors: ['not_found', 'shift_already_closed'],
    entity: 'Shift',
    path: { shift_id: pathId() },
    body: { amount: money().optional(), denominations: z.array(denomination).max(40).optional(), note: text(500).default(null) },
    output: cashCount,
  }),
  'shifts.counts': operation({
    method: 'GET',
    url: '/api/v1/shifts/{shift_id}/counts',
    kind: 'query',
    tag: 'Drawer',
    permission: 'shifts.view',
    summary: "A shift's counts, newest first",
    errors: ['not_found'],
    entity: 'Shift',
    path: { shift_id: pathId() },
    output: z.array(cashCount),
  }),
  'shifts.xReport': operation({
    method: 'GET',
    url: '/api/v1/shifts/{shift_id}/x-report',
    kind: 'query',
    tag: 'Drawer',
    permission: 'shifts.x_report',
    summary: 'The figures so far; changes nothing',
    errors: ['not_found', 'shift_already_closed'],
    entity: 'Shift',
    path: { shift_id: pathId() },
    output: zReport,
  }),
  'zReports.list': operation({
    method: 'GET',
    url: '/api/v1/z-reports',
    kind: 'query',
    tag: 'Drawer',
    permission: 'shifts.z_report',
    summary: 'Z reports, newest first',
    query: { start_date: day().optional(), end_date: day().optional(), ...paging },
    output: pageOf(
      z.object({
        z_number: z.int(),
        shift_id: z.int(),
        business_date: z.string(),
        closed_at: instantOut(),
        closed_by: z.string().nullable(),
        /** Null, as the difference, where the stored report is damaged. */
        net_sales: moneyOut().nullable(),
        over_short: moneyOut().nullable(),
        hash: z.string(),
        /** Its snapshot does not fit its hash: it is neither shown nor printed. */
        is_damaged: z.boolean(),
      }),
    ),
  }),
  'zReports.get': operation({
    method: 'GET',
    url: '/api/v1/z-reports/{z_number}',
    kind: 'query',
    tag: 'Drawer',
    permission: 'shifts.z_report',
    summary: 'One Z report, from its snapshot',
    errors: ['not_found', 'damaged_snapshot'],
    entity: 'Z report',
    path: { z_number: pathId() },
    output: zReport,
  }),
};
