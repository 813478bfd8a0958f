import { z } from 'zod';
import { ORDER_STATUSES } from '../domain/order-status.ts';
import { operation } from './operation.ts';
import { day, instantOut, moneyOut, pageOf, paging, rate } from './primitives.ts';

/** What names a row of each report that adds up orders: the columns that it is grouped by. */
export const BEHIND_KEYS = {
  items: ['item_id'],
  categories: ['category_id'],
  days: ['day'],
  hours: ['hour'],
  staff: ['name'],
  tenders: ['method'],
  taxes: ['tax_rate'],
  discounts: ['discount', 'given_by', 'approved_by'],
} as const;
export const BEHIND_REPORTS = ['items', 'categories', 'days', 'hours', 'staff', 'tenders', 'taxes', 'discounts'] as const;
export type BehindReport = (typeof BEHIND_REPORTS)[number];

const figures = {
  /** As the row counts: pieces, sales, payments or discounts. */
  quantity: z.int(),
  /** What was sold, with tax; of tenders what was taken, with tips and rounding; of discounts what was given. */
  sold: moneyOut(),
  /** What came back of it, as much positive. */
  returned: moneyOut(),
  /** What the row adds up: sold less returned. */
  amount: moneyOut(),
};

/** An order behind a row of a report, and what of it counts there. */
export const orderBehind = z.object({
  id: z.int(),
  order_number: z.string(),
  created_at: instantOut(),
  status: z.enum(ORDER_STATUSES),
  customer_name: z.string().nullable(),
  /** The whole order's, whatever of it counts. */
  total: moneyOut(),
  ...figures,
});
export type OrderBehind = z.infer<typeof orderBehind>;

export const reportBehindOperations = {
  'reports.behind': operation({
    method: 'GET',
    url: '/api/v1/reports/{report}/orders',
    kind: 'query',
    tag: 'Reports',
    permission: 'reports.view',
    summary: 'The orders behind one row of a report, newest first; their sum is the row',
    errors: ['not_found'],
    worker: true,
    path: { report: z.enum(BEHIND_REPORTS) },
    query: {
      /** The report's own, as it was asked for. */
      start_date: day().optional(),
      end_date: day().optional(),
      shift_id: z.int().gt(0).optional(),
      staff: z.string().max(200).optional(),
      who: z.enum(['settled', 'took']).optional(),
      weekday: z.int().min(0).max(6).optional(),
      /** The row: its cells of the columns that name it. One that is empty there is left out. */
      item_id: z.int().optional(),
      category_id: z.int().optional(),
      day: day().optional(),
      hour: z.int().min(0).max(23).optional(),
      name: z.string().max(200).optional(),
      method: z.string().max(30).optional(),
      tax_rate: rate().optional(),
      discount: z.string().max(200).optional(),
      given_by: z.string().max(200).optional(),
      approved_by: z.string().max(200).optional(),
      ...paging,
    },
    output: pageOf(orderBehind).extend({
      /** Of all the pages. */
      totals: z.object(figures),
    }),
  }),
};
