import type { OutputOf } from '../../../contract/index.ts';
import { LIST_TABLES, type ListId } from '../../../contract/list-tables.ts';
import type { ReportRow } from '../../../contract/report-tables.ts';
import { discountUnits } from '../../../domain/discount.ts';
import type { QueryContext } from '../../kernel/context.ts';
import type { PageRequest } from '../../kernel/paging.ts';
import { listAddons, listCategories, listItems } from '../catalog/index.ts';
import { listCustomers } from '../customers/index.ts';
import { listDiscounts } from '../discounts/index.ts';
import { listExpenses } from '../expenses/index.ts';
import type { OpenReport } from '../reports/index.ts';
import { openOrders } from './orders-list.ts';
import { listStaff } from '../staff/index.ts';
import { listLevels } from '../stock/index.ts';

/** Rows that a list is asked for at a time. */
const ROWS_OF_A_READING = 2000;

type Asked = Readonly<Record<string, unknown>>;
type Read = (ctx: QueryContext, asked: Asked) => ReportRow[];

const picked = <R extends object, K extends keyof R>(row: R, keys: readonly K[]): Pick<R, K> =>
  Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<R, K>;
const yesNo = (value: boolean): string => String(value);
/** -1 is "not counted", which a sum of the column must not take for a number. */
const counted = (quantity: number): number | null => (quantity < 0 ? null : quantity);

interface Paged<R> {
  readonly items: readonly R[];
  readonly total_pages: number;
}

/** All pages of a list, row by row, through the very function that the screens ask. What was asked comes parsed. */
const pagesOf =
  <I extends PageRequest, R>(list: (ctx: QueryContext, input: I) => Paged<R>, row: (item: R, ctx: QueryContext) => ReportRow): Read =>
  (ctx, asked) => {
    const rows: ReportRow[] = [];
    for (let page = 1; ; page += 1) {
      const found = list(ctx, { ...asked, page, per_page: ROWS_OF_A_READING } as unknown as I);
      for (const item of found.items) rows.push(row(item, ctx));
      if (page >= found.total_pages) return rows;
    }
  };

/** `Mon Tue 15:00–17:00; Sat 10:00–12:00`, in the shop's language. */
const windowsText = (ctx: QueryContext, windows: OutputOf<'discounts.get'>['weekly_windows']): string | null => {
  if (windows === null) return null;
  const name = new Intl.DateTimeFormat(ctx.settings.language, { timeZone: 'UTC', weekday: 'short' });
  // 4 January 1970 was a Sunday.
  const day = (weekday: number) => name.format(new Date(Date.UTC(1970, 0, 4 + weekday)));
  return windows.map(({ weekdays, from, to }) => `${weekdays.map(day).join(' ')} ${from}–${to}`).join('; ');
};

const unitsOf = (ctx: QueryContext, discount: OutputOf<'discounts.get'>): number | null =>
  discountUnits(discount.type, discount.value, ctx.currency.decimals);

const READERS: Readonly<Record<Exclude<ListId, 'orders_list'>, Read>> = {
  items_list: pagesOf(listItems, (item) => ({
    ...picked(item, ['name', 'id', 'price', 'description', 'created_at', 'updated_at']),
    category: item.category_name,
    stock_qty: counted(item.stock_qty),
    is_available: yesNo(item.is_available),
  })),
  categories_list: pagesOf(listCategories, (category) => ({
    ...picked(category, ['name', 'id', 'display_order', 'description', 'created_at', 'updated_at']),
    is_active: yesNo(category.is_active),
  })),
  addons_list: pagesOf(listAddons, (addon) => ({
    ...picked(addon, ['name', 'id', 'price', 'created_at', 'updated_at']),
    is_available: yesNo(addon.is_available),
  })),
  discounts_list: pagesOf(listDiscounts, (discount, ctx) => ({
    ...picked(discount, ['name', 'id', 'start_date', 'end_date', 'created_at', 'updated_at']),
    rate: discount.type === 'percentage' ? unitsOf(ctx, discount) : null,
    amount: discount.type === 'flat' ? unitsOf(ctx, discount) : null,
    is_active: yesNo(discount.is_active),
    needs_reason: yesNo(discount.needs_reason),
    weekly_windows: windowsText(ctx, discount.weekly_windows),
  })),
  customers_list: pagesOf(listCustomers, (customer) =>
    picked(customer, [
      'name',
      'id',
      'phone',
      'email',
      'total_orders',
      'total_spent',
      'last_order_at',
      'anonymised_at',
      'created_at',
      'updated_at',
    ]),
  ),
  expenses_list: pagesOf(listExpenses, (expense) => ({
    ...picked(expense, ['date', 'id', 'category', 'description', 'amount', 'shift_id', 'created_at']),
    paid_from_till: yesNo(expense.paid_from_till),
  })),
  staff_list: (ctx) =>
    listStaff(ctx).map((person) => ({
      ...picked(person, ['name', 'id', 'role', 'created_at', 'updated_at']),
      is_active: yesNo(person.is_active),
      granted: person.granted.join(' ') || null,
      withheld: person.withheld.join(' ') || null,
    })),
  stock_list: pagesOf(listLevels, (level) => ({
    ...picked(level, ['state', 'last_cost', 'last_counted_at', 'updated_at']),
    name: level.item_name,
    id: level.item_id,
    category: level.category_name,
    is_available: yesNo(level.is_available),
    stock_qty: counted(level.stock_qty),
  })),
};

/** Reads a list whole, all of one moment: its rows are as many as a shop has items, customers or expenses. Orders are more. */
export const openList = (ctx: QueryContext, id: ListId, asked: Asked): Pick<OpenReport, 'total' | 'totals' | 'page' | 'pieces'> => {
  if (id === 'orders_list') return openOrders(ctx, asked as Parameters<typeof openOrders>[1]);
  const rows = ctx.db.snapshot(() => READERS[id](ctx, asked));
  return {
    total: rows.length,
    totals: Object.fromEntries(
      Object.entries(LIST_TABLES[id]).flatMap(([key, { adds }]) =>
        adds ? [[key, rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0)] as const] : [],
      ),
    ),
    page: (offset, limit) => rows.slice(offset, offset + limit),
    pieces: function* (size) {
      for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
    },
  };
};
