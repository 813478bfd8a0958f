import type { InputOf } from '../../../contract/index.ts';
import type { Days, Group } from './address.ts';

/** What is asked of the core for the orders behind a figure. */
export type BehindInput = Omit<InputOf<'dashboard.orders'>, 'page' | 'per_page'>;

/** The figures of the cards, whose orders are those of the whole range. */
export const CARDS = ['revenue', 'orders', 'average', 'net_profit', 'items_sold', 'customers', 'refunds', 'net_revenue'] as const;
export type CardName = (typeof CARDS)[number];

export type BehindKind =
  | CardName
  | 'tax'
  | 'discounts'
  | 'period'
  | 'trend'
  | 'item'
  | 'category'
  | 'hour'
  | 'method'
  | 'customer'
  | 'shift';

/** A figure as the address names it: `refunds`, `item:12`, `hour:1-13` (Monday, 13:00). */
export interface Behind {
  readonly kind: BehindKind;
  readonly value: string;
}

const SHAPES: Readonly<Record<BehindKind, RegExp>> = {
  revenue: /^$/,
  orders: /^$/,
  average: /^$/,
  net_profit: /^$/,
  items_sold: /^$/,
  customers: /^$/,
  refunds: /^$/,
  net_revenue: /^$/,
  tax: /^$/,
  discounts: /^$/,
  period: /^\d{4}-\d{2}(-\d{2})?$/,
  trend: /^\d{4}-\d{2}(-\d{2})?$/,
  item: /^\d+$/,
  category: /^\d+$/,
  hour: /^[0-6]-(1?\d|2[0-3])$/,
  method: /^(cash|card|mobile)$/,
  customer: /^\d+$/,
  shift: /^\d+$/,
};

/** Null for what no figure is called. */
export const readBehind = (text: string | null): Behind | null => {
  if (text === null) return null;
  const [kind = '', value = ''] = text.split(':');
  const shape = Object.hasOwn(SHAPES, kind) ? SHAPES[kind as BehindKind] : undefined;
  return shape?.test(value) ? { kind: kind as BehindKind, value } : null;
};

/** How the figure is asked for; by the same rule as the view that shows it. */
export const behindInput = ({ kind, value }: Behind, { start, end }: Days, group: Group): BehindInput => {
  const range = { start_date: start, end_date: end };
  switch (kind) {
    case 'orders':
      return { ...range, counted: 'all' };
    case 'refunds':
      return { ...range, counted: 'refunds' };
    case 'customers':
      return { ...range, has_customer: true };
    case 'period':
      return { ...range, period: value, group_by: group };
    case 'trend':
      return { ...range, period: value, group_by: group, counted: 'all' };
    case 'item':
      return { ...range, item_id: Number(value) };
    case 'category':
      return { ...range, category_id: Number(value) };
    case 'hour': {
      const [weekday, hour] = value.split('-').map(Number);
      return { ...range, weekday: weekday ?? 0, hour: hour ?? 0 };
    }
    case 'method':
      return { ...range, method: value as 'cash' | 'card' | 'mobile' };
    case 'customer':
      return { ...range, customer_id: Number(value) };
    case 'shift':
      // A shift's figures are all of it, whatever days are looked at.
      return { shift_id: Number(value) };
    default:
      return range;
  }
};
