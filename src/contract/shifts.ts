import { z } from 'zod';
import { operation } from './operation.ts';
import { instantOut, money, moneyOut, pageOf, paging, pathId, text } from './primitives.ts';

export const shift = z.object({
  id: z.int(),
  opened_at: instantOut(),
  closed_at: instantOut().nullable(),
  opening_cash: moneyOut(),
  closing_cash: moneyOut().nullable(),
  status: z.enum(['open', 'closed']),
  notes: z.string().nullable(),
  opened_by: z.string().nullable(),
  closed_by: z.string().nullable(),
  /** Of the close; null while open, and for shifts of before there were Z reports. */
  z_number: z.int().nullable(),
  counts: z.int(),
  total_orders: z.int(),
  /** Null while the shift is open, for who may not see an X: the count is blind. */
  total_revenue: moneyOut().nullable(),
  total_expenses: moneyOut(),
});
export type Shift = z.infer<typeof shift>;

const counted = z.object({ count: z.int(), amount: moneyOut() });

/** The end-of-day report of one shift: every figure that its screen, its print and its PDF show. */
export const shiftReport = z.object({
  shop_name: z.string(),
  currency: z.string(),
  time_zone: z.string(),
  printed_at: instantOut(),
  printed_by: z.string().nullable(),
  shift,
  business_date: z.string(),
  first_order_number: z.string().nullable(),
  last_order_number: z.string().nullable(),
  sales: z.object({
    /** Live orders: all that are not cancelled. */
    orders: z.int(),
    items_sold: z.int(),
    gross: moneyOut(),
    discounts: counted,
    net: moneyOut(),
    tax: moneyOut(),
    total: moneyOut(),
    average: moneyOut(),
  }),
  by_category: z.array(z.object({ name: z.string(), quantity: z.int(), amount: moneyOut() })),
  by_tax_rate: z.array(z.object({ tax_rate: z.int().meta({ wire: 'rate' }), net: moneyOut(), tax: moneyOut(), gross: moneyOut() })),
  by_method: z.array(z.object({ method: z.string(), count: z.int(), amount: moneyOut() })),
  by_status: z.array(z.object({ status: z.string(), count: z.int(), amount: moneyOut() })),
  cancelled: counted,
  expenses: z.array(
    z.object({ category: z.string(), description: z.string().nullable(), amount: moneyOut(), paid_from_till: z.boolean() }),
  ),
  drawer: z.object({
    opening: moneyOut(),
    /** Cash kept: tendered less change. */
    cash_sales: moneyOut(),
    cash_refunds: moneyOut(),
    paid_in: moneyOut(),
    paid_out: moneyOut(),
    drops: moneyOut(),
    paid_from_till: moneyOut(),
    expected: moneyOut(),
    counted: moneyOut().nullable(),
    /** Counted less expected; null while the shift is open. */
    over_short: moneyOut().nullable(),
  }),
});
export type ShiftReport = z.infer<typeof shiftReport>;

export const shiftOperations = {
  'shifts.open': operation({
    method: 'POST',
    url: '/api/v1/shifts/open',
    kind: 'command',
    tag: 'Shifts',
    permission: 'shifts.operate',
    status: 201,
    summary: 'Open the shift with the cash in the drawer',
    errors: ['shift_still_open'],
    body: { opening_cash: money().default(0), notes: text(2000).default(null) },
    output: shift,
  }),
  'shifts.list': operation({
    method: 'GET',
    url: '/api/v1/shifts',
    kind: 'query',
    tag: 'Shifts',
    permission: 'shifts.view',
    summary: 'Shifts, newest first',
    query: { status: z.string().max(50).optional(), ...paging },
    output: pageOf(shift),
  }),
  'shifts.get': operation({
    method: 'GET',
    url: '/api/v1/shifts/{shift_id}',
    kind: 'query',
    tag: 'Shifts',
    permission: 'shifts.view',
    summary: 'One shift',
    errors: ['not_found'],
    entity: 'Shift',
    path: { shift_id: pathId() },
    output: shift,
  }),
  'shifts.close': operation({
    method: 'PATCH',
    url: '/api/v1/shifts/{shift_id}/close',
    kind: 'command',
    tag: 'Shifts',
    permission: 'shifts.operate',
    summary: 'Close the shift with the cash counted',
    errors: ['not_found', 'shift_already_closed', 'open_orders', 'comment_needed', 'approval_needed'],
    entity: 'Shift',
    path: { shift_id: pathId() },
    body: {
      /** Counted now; left out: the last count that was submitted. */
      closing_cash: money().optional(),
      notes: text(2000).default(null),
      over_short_comment: text(500).default(null),
      float_left: money().nullable().default(null),
    },
    output: shift,
  }),
  'shifts.report': operation({
    method: 'GET',
    url: '/api/v1/shifts/{shift_id}/report',
    kind: 'query',
    tag: 'Shifts',
    permission: 'shifts.report',
    summary: "The shift's end-of-day report",
    errors: ['not_found'],
    entity: 'Shift',
    path: { shift_id: pathId() },
    output: shiftReport,
  }),
  'shifts.reportPdf': operation({
    method: 'GET',
    url: '/api/v1/shifts/{shift_id}/report.pdf',
    kind: 'query',
    tag: 'Shifts',
    permission: 'shifts.report',
    summary: "The shift's end-of-day report as PDF",
    errors: ['not_found'],
    entity: 'Shift',
    path: { shift_id: pathId() },
    output: z.instanceof(Uint8Array),
    media: 'application/pdf',
    worker: true,
  }),
};
