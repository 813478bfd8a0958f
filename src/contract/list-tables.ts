import type { ColumnKind, ReportColumn } from './report-tables.ts';

/** Lists of the back office that can be saved as a file, with what stands in it. The words stand in domain/list-words.ts. */
export const LIST_IDS = [
  'items_list',
  'categories_list',
  'addons_list',
  'discounts_list',
  'customers_list',
  'expenses_list',
  'staff_list',
  'stock_list',
  'orders_list',
] as const;
export type ListId = (typeof LIST_IDS)[number];

const of = (kind: ColumnKind, adds = false): ReportColumn => ({ kind, adds });
/** A number that names and does not count; people know items by it. */
const number = of('count');
const made = { created_at: of('instant'), updated_at: of('instant') };

/** A `reason` is a word of a closed list, `true` and `false` too. Empty: none, not counted, not told. */
export const LIST_TABLES: Readonly<Record<ListId, Readonly<Record<string, ReportColumn>>>> = {
  items_list: {
    name: of('text'),
    id: number,
    category: of('text'),
    price: of('money'),
    stock_qty: of('count'),
    is_available: of('reason'),
    description: of('text'),
    ...made,
  },
  categories_list: {
    name: of('text'),
    id: number,
    display_order: of('count'),
    is_active: of('reason'),
    description: of('text'),
    ...made,
  },
  addons_list: { name: of('text'), id: number, price: of('money'), is_available: of('reason'), ...made },
  discounts_list: {
    name: of('text'),
    id: number,
    rate: of('rate'),
    amount: of('money'),
    is_active: of('reason'),
    needs_reason: of('reason'),
    weekly_windows: of('text'),
    start_date: of('instant'),
    end_date: of('instant'),
    ...made,
  },
  customers_list: {
    name: of('text'),
    id: number,
    phone: of('text'),
    email: of('text'),
    total_orders: of('count', true),
    total_spent: of('money', true),
    last_order_at: of('instant'),
    anonymised_at: of('instant'),
    ...made,
  },
  expenses_list: {
    date: of('instant'),
    id: number,
    category: of('text'),
    description: of('text'),
    amount: of('money', true),
    paid_from_till: of('reason'),
    shift_id: number,
    created_at: of('instant'),
  },
  staff_list: {
    name: of('text'),
    id: number,
    role: of('reason'),
    is_active: of('reason'),
    granted: of('text'),
    withheld: of('text'),
    ...made,
  },
  stock_list: {
    name: of('text'),
    id: number,
    category: of('text'),
    is_available: of('reason'),
    stock_qty: of('count', true),
    state: of('reason'),
    last_cost: of('money'),
    last_counted_at: of('instant'),
    updated_at: of('instant'),
  },
  orders_list: {
    order_number: of('text'),
    created_at: of('instant'),
    day: of('day'),
    status: of('reason'),
    customer: of('text'),
    taken_by: of('text'),
    paid_by: of('text'),
    pieces: of('count'),
    subtotal: of('money'),
    discount_amount: of('money'),
    tax_amount: of('money'),
    total: of('money'),
    paid_amount: of('money'),
    refunded_amount: of('money'),
    shift_id: number,
  },
};
