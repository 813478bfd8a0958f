import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { percentOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { bounds, rangeOf } from './range.ts';
import { refundsIn } from './refunds.ts';
import { soldBy } from './sales-days.ts';

/**
 * Revenue of live orders against the expenses of the same days. `gross_profit` keeps the original's formula; net revenue
 * is what stays of it without the tax that was only collected (DECISIONS 23).
 */
export const profitLoss = (ctx: QueryContext, input: ParsedInputOf<'dashboard.profitLoss'>): OutputOf<'dashboard.profitLoss'> => {
  const range = rangeOf(ctx, input);
  const sold = ctx.db.row<{ revenue: number; tax: number; discounts: number }>(
    `SELECT COALESCE(SUM(revenue), 0) AS revenue, COALESCE(SUM(tax), 0) AS tax, COALESCE(SUM(discounts), 0) AS discounts
     FROM (${soldBy('day')})`,
    bounds(range),
  ) ?? { revenue: 0, tax: 0, discounts: 0 };
  const spent = ctx.db.rows<{ category: string; amount: number }>(
    `SELECT category, SUM(amount) AS amount FROM expenses WHERE business_date BETWEEN ? AND ?
     GROUP BY category ORDER BY amount DESC, category`,
    bounds(range),
  );
  const expenses = spent.reduce((sum, row) => sum + row.amount, 0);
  const gross = sold.revenue - expenses;
  const refunds = refundsIn(ctx, range).amount;
  const net = sold.revenue - sold.tax - refunds;
  return {
    total_revenue: sold.revenue,
    total_expenses: expenses,
    gross_profit: gross,
    profit_margin: percentOf(gross, sold.revenue),
    total_tax_collected: sold.tax,
    total_discounts_given: sold.discounts,
    refunds,
    net_revenue: net,
    net_profit: net - expenses,
    expense_breakdown: spent.map((row) => ({ ...row, percentage: percentOf(row.amount, expenses) })),
  };
};
