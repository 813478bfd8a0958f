import type { OutputOf } from '../../../contract/index.ts';
import { averageOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { countNewCustomers } from './customer-counts.ts';
import { bounds, type DayRange } from './range.ts';
import { refundsByDay, refundsIn } from './refunds.ts';

export type PeriodFigures = OutputOf<'dashboard.compare'>['current'];

interface Sold {
  readonly orders: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly revenue: number;
  readonly items: number;
  readonly tax: number;
  readonly discounts: number;
  readonly customers: number;
}

const NOTHING: Sold = { orders: 0, completed: 0, cancelled: 0, revenue: 0, items: 0, tax: 0, discounts: 0, customers: 0 };

const LIVE = "status <> 'cancelled'";
const SOLD = `COUNT(*) AS orders, COALESCE(SUM(status = 'completed'), 0) AS completed, COALESCE(SUM(status = 'cancelled'), 0) AS cancelled,
  COALESCE(SUM(CASE WHEN ${LIVE} THEN total END), 0) AS revenue, COALESCE(SUM(CASE WHEN ${LIVE} THEN items_count END), 0) AS items,
  COALESCE(SUM(CASE WHEN ${LIVE} THEN tax_amount END), 0) AS tax, COALESCE(SUM(CASE WHEN ${LIVE} THEN discount_amount END), 0) AS discounts,
  COUNT(DISTINCT CASE WHEN ${LIVE} THEN customer_id END) AS customers
  FROM orders WHERE deleted_at IS NULL AND business_date BETWEEN ? AND ?`;

/** All figures of a period, each by the rule of the view that shows it too (docs/adr/0014). */
export const periodFigures = (ctx: QueryContext, range: DayRange): PeriodFigures => {
  const sold = ctx.db.row<Sold>(`SELECT ${SOLD}`, bounds(range)) ?? NOTHING;
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
    total_items_sold: sold.items,
    active_customers: sold.customers,
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

type DayFigures = OutputOf<'dashboard.compare'>['days'][number];

/** The figures of each day of the range on which something happened, in the order of days. */
export const dayFigures = (ctx: QueryContext, range: DayRange): DayFigures[] => {
  const sold = new Map(
    ctx.db
      .rows<Sold & { day: string }>(`SELECT business_date AS day, ${SOLD} GROUP BY business_date`, bounds(range))
      .map((row) => [row.day, row]),
  );
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
    const { revenue, orders, cancelled, items, tax, customers } = sold.get(day) ?? NOTHING;
    const back = refunds.get(day)?.amount ?? 0;
    const net = revenue - tax - back;
    return {
      day,
      total_revenue: revenue,
      total_orders: orders,
      avg_order_value: averageOf(revenue, orders - cancelled),
      total_items_sold: items,
      active_customers: customers,
      refunds: back,
      net_revenue: net,
      net_profit: net - (expenses.get(day) ?? 0),
    };
  });
};
