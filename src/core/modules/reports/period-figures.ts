import type { OutputOf } from '../../../contract/index.ts';
import { averageOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { countNewCustomers } from './customer-counts.ts';
import { bounds, type DayRange, isLong } from './range.ts';
import { refundsByDay, refundsIn } from './refunds.ts';
import { soldBy, soldToCustomers } from './sales-days.ts';

export type PeriodFigures = OutputOf<'dashboard.compare'>['current'];

interface Sold {
  readonly orders: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly revenue: number;
  readonly quantity: number;
  readonly tax: number;
  readonly discounts: number;
}

const NOTHING: Sold = { orders: 0, completed: 0, cancelled: 0, revenue: 0, quantity: 0, tax: 0, discounts: 0 };

const FIGURES = ['orders', 'completed', 'cancelled', 'revenue', 'quantity', 'tax', 'discounts'] as const;
const SOLD = `SELECT ${FIGURES.map((figure) => `COALESCE(SUM(${figure}), 0) AS ${figure}`).join(', ')} FROM (${soldBy('day')})`;

/** Known customers of the whole period: one who came on two days is one. */
const countActive = (ctx: QueryContext, range: DayRange): number =>
  ctx.db.row<{ n: number }>(`SELECT COUNT(DISTINCT customer_id) AS n FROM (${soldToCustomers(isLong(range))})`, bounds(range))?.n ?? 0;

/** All figures of a period, each by the rule of the view that shows it too (docs/adr/0014). */
export const periodFigures = (ctx: QueryContext, range: DayRange): PeriodFigures => {
  const sold = ctx.db.row<Sold>(SOLD, bounds(range)) ?? NOTHING;
  const refunds = refundsIn(ctx, range);
  const expenses =
    ctx.db.row<{ amount: number }>(
      'SELECT COALESCE(SUM(amount), 0) AS amount FROM expenses WHERE business_date BETWEEN ? AND ?',
      bounds(range),
    )?.amount ?? 0;
  const net = sold.revenue - sold.tax - refunds.amount;
  return {
    total_revenue: sold.revenue,
    total_orders: sold.orders,
    completed_orders: sold.completed,
    cancelled_orders: sold.cancelled,
    avg_order_value: averageOf(sold.revenue, sold.orders - sold.cancelled),
    total_items_sold: sold.quantity,
    active_customers: countActive(ctx, range),
    new_customers: countNewCustomers(ctx, range),
    total_tax_collected: sold.tax,
    total_discounts_given: sold.discounts,
    refunds: refunds.amount,
    refunds_with_tax: refunds.amount + refunds.tax,
    refund_count: refunds.count,
    net_revenue: net,
    total_expenses: expenses,
    net_profit: net - expenses,
  };
};

interface DaySold extends Sold {
  readonly day: string;
  readonly customers: number;
}

type DayFigures = OutputOf<'dashboard.compare'>['days'][number];

/** The figures of each day of the range on which something happened, in the order of days. */
export const dayFigures = (ctx: QueryContext, range: DayRange): DayFigures[] => {
  const sold = new Map(ctx.db.rows<DaySold>(soldBy('day'), bounds(range)).map((row) => [row.day, row]));
  const refunds = refundsByDay(ctx, range);
  const expenses = new Map(
    ctx.db
      .rows<{ day: string; amount: number }>(
        'SELECT business_date AS day, SUM(amount) AS amount FROM expenses WHERE business_date BETWEEN ? AND ? GROUP BY business_date',
        bounds(range),
      )
      .map((row) => [row.day, row.amount]),
  );
  return [...new Set([...sold.keys(), ...refunds.keys(), ...expenses.keys()])].sort().map((day) => {
    const { revenue, orders, cancelled, quantity, tax, customers } = sold.get(day) ?? { ...NOTHING, customers: 0 };
    const back = refunds.get(day)?.amount ?? 0;
    const net = revenue - tax - back;
    return {
      day,
      total_revenue: revenue,
      total_orders: orders,
      avg_order_value: averageOf(revenue, orders - cancelled),
      total_items_sold: quantity,
      active_customers: customers,
      refunds: back,
      net_revenue: net,
      net_profit: net - (expenses.get(day) ?? 0),
    };
  });
};
