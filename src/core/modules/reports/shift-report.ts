import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { averageOf } from '../../../domain/money.ts';
import { ORDER_STATUSES } from '../../../domain/order-status.ts';
import { PAYMENT_METHODS } from '../../../domain/payment-method.ts';
import { callerMay } from '../../kernel/caller.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { notFound, Refusal } from '../../kernel/errors.ts';
import { countsOf, expectedCash, readLedger } from '../drawer/index.ts';
import { expensesOf, firstAndLastNumber, type OrderGroup, orderGroupsOf, shiftRow, soldByCategory } from './shift-reads.ts';

type Report = OutputOf<'shifts.report'>;

/**
 * The end-of-day report of one shift. Its parts agree with each other: categories less discounts plus tax are the total,
 * and so are the payment methods together and the tax rates together. Refuses an unknown shift with not_found, and with
 * forbidden who must not know yet what should lie in the drawer.
 */
export const shiftReport = (ctx: QueryContext, input: ParsedInputOf<'shifts.report'>): Report => {
  const row = shiftRow(ctx, input.shift_id);
  if (!row) throw notFound('Shift', input.shift_id);
  const { business_date, ...shift } = row;
  const groups = orderGroupsOf(ctx, shift.id);
  const live = groups.filter((group) => group.status !== 'cancelled');
  const categories = soldByCategory(ctx, shift.id);
  const expenses = expensesOf(ctx, shift.id);
  const sales = salesOf(
    live,
    categories.reduce((sum, category) => sum + category.quantity, 0),
  );
  const numbers = firstAndLastNumber(ctx, shift.id);
  const { expenses: paid_from_till, ...ledger } = readLedger(ctx.db, shift.id);
  const expected = expectedCash({ ...ledger, expenses: paid_from_till });
  if (shift.status === 'open') refuseBeforeCount(ctx, shift.id, expected);
  return {
    shop_name: ctx.settings.shop_name,
    currency: ctx.settings.currency,
    time_zone: ctx.settings.time_zone,
    printed_at: ctx.now,
    printed_by: ctx.caller.name,
    shift: { ...shift, total_orders: sales.orders, total_revenue: sales.total, total_expenses: total(expenses, 'amount') },
    business_date,
    first_order_number: numbers.first,
    last_order_number: numbers.last,
    sales,
    by_category: categories,
    by_tax_rate: byTaxRate(live),
    by_method: PAYMENT_METHODS.flatMap((method) => {
      const counted = countOf(live.filter((group) => group.method === method));
      return counted.count > 0 ? [{ method, ...counted }] : [];
    }),
    by_status: ORDER_STATUSES.flatMap((status) => {
      const counted = countOf(groups.filter((group) => group.status === status));
      return counted.count > 0 ? [{ status, ...counted }] : [];
    }),
    cancelled: countOf(groups.filter((group) => group.status === 'cancelled')),
    expenses,
    drawer: {
      ...ledger,
      paid_from_till,
      expected,
      counted: shift.closing_cash,
      over_short: shift.closing_cash === null ? null : shift.closing_cash - expected,
    },
  };
};

/**
 * The count is blind: without the permission for an X, a report of the open shift is seen only while a submitted count
 * knows the same figure already.
 */
const refuseBeforeCount = (ctx: QueryContext, shiftId: number, expected: number): void => {
  if (callerMay(ctx.caller, 'shifts.x_report') || countsOf(ctx, shiftId)[0]?.expected === expected) return;
  throw new Refusal('forbidden', 'Count the drawer first: what should be in it is shown only afterwards.');
};

const total = <K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number =>
  rows.reduce((sum, row) => sum + row[key], 0);

const countOf = (groups: readonly OrderGroup[]) => ({ count: total(groups, 'orders'), amount: total(groups, 'total') });

const salesOf = (live: readonly OrderGroup[], items: number): Report['sales'] => {
  const orders = total(live, 'orders');
  const gross = total(live, 'subtotal');
  const discounts = total(live, 'discount');
  const taken = total(live, 'total');
  return {
    orders,
    items_sold: items,
    gross,
    discounts: { count: total(live, 'discounted'), amount: discounts },
    net: gross - discounts,
    tax: total(live, 'tax'),
    total: taken,
    average: averageOf(taken, orders),
  };
};

const byTaxRate = (live: readonly OrderGroup[]): Report['by_tax_rate'] =>
  [...new Set(live.map((group) => group.tax_rate))]
    .sort((a, b) => a - b)
    .map((tax_rate) => {
      const taxed = live.filter((group) => group.tax_rate === tax_rate);
      const net = total(taxed, 'subtotal') - total(taxed, 'discount');
      return { tax_rate, net, tax: total(taxed, 'tax'), gross: total(taxed, 'total') };
    });
