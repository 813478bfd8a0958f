import { z } from 'zod';
import { ORDER_STATUSES } from '../domain/order-status.ts';
import { PAYMENT_METHODS } from '../domain/payment-method.ts';
import { operation } from './operation.ts';
import { day, instantOut, moneyOut, pageOf, paging } from './primitives.ts';

/** Both inclusive, each works alone; none: the last 30 days and today (DECISIONS 4). */
const range = { start_date: day().optional(), end_date: day().optional() };
const view = { method: 'GET', kind: 'query', tag: 'Dashboard', permission: 'reports.view', worker: true } as const;

/** Business days from the first to the last, both counted; `start_date` null: from the first day on. */
const days = z.object({ start_date: z.string().nullable(), end_date: z.string() });

/** What a period comes to. Every figure is also one of another view, by the same rule (docs/adr/0014). */
export const periodFigures = z.object({
  /** Of orders that are not cancelled, with tax, before refunds. */
  total_revenue: moneyOut(),
  /** Cancelled ones among them. */
  total_orders: z.int(),
  completed_orders: z.int(),
  cancelled_orders: z.int(),
  avg_order_value: moneyOut(),
  total_items_sold: z.int(),
  /** Known customers with an order that is not cancelled. */
  active_customers: z.int(),
  new_customers: z.int(),
  total_tax_collected: moneyOut(),
  total_discounts_given: moneyOut(),
  /** Given back on these days, whenever it was sold: without its tax, as in profit and loss. */
  refunds: moneyOut(),
  /** The same with its tax: what the customers got. */
  refunds_with_tax: moneyOut(),
  refund_count: z.int(),
  /** Revenue - tax - refunds. */
  net_revenue: moneyOut(),
  total_expenses: moneyOut(),
  /** Net revenue - expenses. */
  net_profit: moneyOut(),
});

/** One day of the figures that are drawn as small lines. */
const dayFigures = z.object({
  day: z.string(),
  total_revenue: moneyOut(),
  total_orders: z.int(),
  avg_order_value: moneyOut(),
  total_items_sold: z.int(),
  active_customers: z.int(),
  refunds: moneyOut(),
  net_revenue: moneyOut(),
  net_profit: moneyOut(),
});

const counted = z.object({
  order_count: z.int(),
  /** What counts for the figure that was asked for. */
  amount: moneyOut(),
  quantity: z.int(),
  discount_amount: moneyOut(),
  tax_amount: moneyOut(),
});

/** An order behind a figure: what it is, and what of it counts there. */
export const countedOrder = z.object({
  id: z.int(),
  order_number: z.string(),
  business_date: z.string(),
  created_at: instantOut(),
  status: z.enum(ORDER_STATUSES),
  payment_method: z.enum(PAYMENT_METHODS),
  customer_id: z.int().nullable(),
  customer_name: z.string().nullable(),
  shift_id: z.int().nullable(),
  /** The whole order's, whatever of it counts. */
  total: moneyOut(),
  amount: moneyOut(),
  quantity: z.int(),
  discount_amount: moneyOut(),
  tax_amount: moneyOut(),
});

export const dashboardDetailOperations = {
  'dashboard.hourlyGrid': operation({
    ...view,
    url: '/api/v1/dashboard/hourly-grid',
    summary: 'Orders by weekday and hour: all 168 hours of a week at once',
    query: range,
    output: z.array(
      z.object({
        /** 0 = Sunday. */
        weekday: z.int(),
        hour: z.int(),
        order_count: z.int(),
        revenue: moneyOut(),
        avg_order_value: moneyOut(),
        items_sold: z.int(),
      }),
    ),
  }),
  'dashboard.compare': operation({
    ...view,
    url: '/api/v1/dashboard/compare',
    summary: 'The figures of a period, those of the one before, their change, and each day of it',
    query: range,
    output: z.object({
      range: days,
      /** As many days, ending the day before; null where nothing can be before. */
      previous_range: days.nullable(),
      current: periodFigures,
      previous: periodFigures.nullable(),
      /** From the period before, of its size; null where that was 0 or nothing. */
      change_pct: z.object({
        total_revenue: z.number().nullable(),
        total_orders: z.number().nullable(),
        avg_order_value: z.number().nullable(),
        total_items_sold: z.number().nullable(),
        active_customers: z.number().nullable(),
        new_customers: z.number().nullable(),
        refunds: z.number().nullable(),
        net_revenue: z.number().nullable(),
        net_profit: z.number().nullable(),
      }),
      /** Every day of the range, empty ones too; of a range of more than three years only days with something on them. */
      days: z.array(dayFigures),
    }),
  }),
  'dashboard.orders': operation({
    ...view,
    url: '/api/v1/dashboard/orders',
    summary: 'The orders behind a figure of the dashboard, newest first, with what of each counts',
    query: {
      /** As in the other views; with a shift and no dates: all of that shift. */
      ...range,
      /**
       * `revenue`: orders that are not cancelled; `all`: cancelled ones too, which count as an order but with no amount;
       * `refunds`: orders of which something was given back on these days, and the amount is what was, without its tax.
       * Left out: `revenue`, or `all` where a status is asked for.
       */
      counted: z.enum(['revenue', 'all', 'refunds']).optional(),
      status: z.enum(ORDER_STATUSES).optional(),
      method: z.enum(PAYMENT_METHODS).optional(),
      /** The amount is then that of this item's lines, before discount and tax, as in the rankings. */
      item_id: z.int().optional(),
      /** As it was when sold; the amount is that of its lines. */
      category_id: z.int().optional(),
      customer_id: z.int().optional(),
      /** True: of any known customer; false: of none. */
      has_customer: z.boolean().optional(),
      shift_id: z.int().optional(),
      hour: z.int().min(0).max(23).optional(),
      /** 0 = Sunday. */
      weekday: z.int().min(0).max(6).optional(),
      /** One bar of a trend, as it is named there: the part of the range that lies in it. */
      period: z
        .string()
        .regex(/^\d{4}-\d{2}(-\d{2})?$/)
        .optional(),
      group_by: z.enum(['daily', 'weekly', 'monthly']).default('daily'),
      ...paging,
    },
    output: pageOf(countedOrder).extend({
      /** Of all the pages: the figure itself. */
      totals: counted,
    }),
  }),
};
