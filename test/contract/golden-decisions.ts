import { expect } from 'vitest';
import type { GoldenCase } from './golden-cases.ts';
import type { DoorAnswer } from './doors.ts';

/** A recorded answer that ours differs from on purpose. */
export interface Decided {
  /** The row of DECISIONS.md beside the checkout. */
  readonly row: number;
  /** Our status where it differs from the recorded one. */
  readonly status?: number;
  /** Keys that follow another rule than the recorded ones. */
  readonly ignore?: readonly string[];
  /** What our answer is instead; without it the body is compared but for `ignore`. */
  readonly check?: (answer: DoorAnswer, recorded: GoldenCase) => void;
}

const refused = (row: number, status: number, type?: string): Decided => ({
  row,
  status,
  check: ({ body }) => {
    if (type === undefined) expect(body.detail).toEqual(expect.any(String));
    else expect(body.detail.map((issue: { type: string }) => issue.type)).toContain(type);
  },
});

const sameFault = (row: number): Decided => ({
  row,
  check: ({ body }, { response }) => {
    const essence = (issues: { type: string; loc: unknown; input: unknown }[]) =>
      issues.map(({ type, loc, input }) => ({ type, loc, input }));
    expect(essence(body.detail)).toEqual(essence((response.body as { detail: never[] }).detail));
  },
});

const derivedTotals: Decided = { row: 15, ignore: ['total_orders', 'total_spent'] };
const joinedTheOpenShift: Decided = { row: 10, ignore: ['shift_id'] };
const cents = (amount: number) => Math.round(amount * 100);

/** By the case's name. Everything that is not here is as recorded. */
export const DECIDED: Readonly<Record<string, Decided>> = {
  'put-405': { row: 26 },
  'customers-list': derivedTotals,
  'customer-get': derivedTotals,
  'customers-search-phone': derivedTotals,
  'orders-one-day-end-date-drops-day': {
    row: 4,
    check: ({ body }) => {
      expect(body.total).toBe(13);
      expect(body.items).toHaveLength(2);
      expect(body.items[0].business_date).toBe('2026-02-10');
    },
  },
  'orders-iso-datetime-T': refused(4, 422, 'date_from_datetime_inexact'),
  'orders-bad-date-accepted': refused(4, 422, 'date_from_datetime_parsing'),
  'expenses-date-range': {
    row: 4,
    check: ({ body }) => {
      const days = body.items.map((expense: { date: string }) => expense.date.slice(0, 10));
      expect(new Set(days)).toEqual(new Set(['2026-02-12', '2026-02-11', '2026-02-10']));
      expect(days).toEqual(days.toSorted((a: string, b: string) => b.localeCompare(a)));
    },
  },
  'dash-summary-only-start-is-ignored': {
    row: 4,
    check: ({ body }) =>
      expect(body).toMatchObject({ total_revenue: 6996.69, total_orders: 442, total_items_sold: 1240, busiest_hour: 13 }),
  },
  'dash-summary': { row: 24, ignore: ['revenue_change_pct', 'order_change_pct'] },
  'dash-summary-one-day': { row: 24, ignore: ['revenue_change_pct', 'order_change_pct'] },
  'dash-summary-datetime-midnight': { row: 24, ignore: ['revenue_change_pct', 'order_change_pct'] },
  'dash-summary-bad-date-422': sameFault(27),
  'dash-order-trends-monthly': {
    row: 21,
    check: ({ body }, { response }) => {
      const recorded = response.body as { date: string; revenue: number; order_count: number; cancelled: number }[];
      expect(body).toHaveLength(recorded.length);
      for (const [index, month] of recorded.entries()) {
        const average = Math.round(cents(month.revenue) / (month.order_count - month.cancelled)) / 100;
        expect(body[index]).toEqual({ ...month, avg_order_value: average });
      }
    },
  },
  'dash-heatmap-dow-0': { row: 20, ignore: ['items_sold'] },
  'dash-heatmap-dow-3': { row: 20, ignore: ['items_sold'] },
  'dash-heatmap-dow-6': { row: 20, ignore: ['items_sold'] },
  'dash-profit-loss': {
    row: 23,
    ignore: ['net_revenue'],
    check: ({ body }) => expect(body).toMatchObject({ net_revenue: 6478.23, refunds: 0, net_profit: -1867.91, gross_profit: -1349.45 }),
  },
  'category-create-duplicate-other-case-ok': refused(13, 409),
  'category-create-space-name-ok': refused(13, 422, 'string_too_short'),
  'item-create-three-decimals-kept': refused(6, 422, 'decimal_max_places'),
  'item-create-nan-price': refused(6, 422, 'json_invalid'),
  'item-create-infinity-price': refused(6, 422, 'finite_number'),
  'item-update-null-category-404': refused(12, 422, 'int_type'),
  'item-update-null-price-500': refused(12, 422, 'float_type'),
  'addon-delete-used-in-orders': refused(11, 409),
  'discount-delete-used-in-orders': refused(11, 409),
  'customer-create-empty-phone': { row: 12, ignore: ['phone'], check: ({ body }) => expect(body.phone).toBeNull() },
  'customer-update-null-name-500': refused(12, 422, 'string_type'),
  'discount-create-150-percent-accepted': refused(7, 422, 'less_than_equal'),
  'discount-create-offset-dates': refused(8, 422, 'value_error'),
  'discount-create-bad-date-422': sameFault(27),
  'order-create-simple': joinedTheOpenShift,
  'order-create-duplicate-addon-ids': joinedTheOpenShift,
  'order-create-flat-discount': joinedTheOpenShift,
  'order-status-to-preparing': joinedTheOpenShift,
  'order-status-to-completed': joinedTheOpenShift,
  // Orders that named no shift belong to it here, so its takings differ.
  'shift-62-close': { row: 10, ignore: ['total_orders', 'total_revenue', 'total_expenses'] },
  'dash-shift-summary-62-closed': {
    row: 25,
    ignore: ['total_orders', 'total_revenue', 'total_expenses', 'net', 'cash_difference'],
  },
};

/** Texts that a client written for the original sends as numbers or booleans: exact doors refuse them (DECISIONS 28). */
const COERCED: ReadonlySet<string> = new Set(['category-create-string-order-coerced', 'item-create-string-price-coerced']);

/** What the exact door answers otherwise than HTTP, by the case's name and our status. */
export const decidedForExactDoor = (name: string, status: number): Decided | undefined => {
  if (COERCED.has(name)) return { row: 28, status: 422 };
  // A call without input is a call with an empty one.
  if (name === 'no-body-422') {
    return { row: 28, check: ({ body }) => expect(body.detail).toMatchObject([{ type: 'missing', loc: ['body', 'name'] }]) };
  }
  // It is sent numbers where HTTP has texts, and minor units for amounts: it echoes those.
  return status === 422 && !DECIDED[name] ? { row: 28, ignore: ['input'] } : undefined;
};
