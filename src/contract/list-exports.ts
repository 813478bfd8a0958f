import { z } from 'zod';
import type { Permission } from '../domain/permissions.ts';
import { catalogOperations } from './catalog.ts';
import { customerOperations } from './customers.ts';
import { discountOperations } from './discounts.ts';
import { expenseOperations } from './expenses.ts';
import { exportJob } from './exports.ts';
import type { ListId } from './list-tables.ts';
import { operation, type Shape } from './operation.ts';
import { orderOperations } from './orders.ts';
import { staffOperations } from './staff.ts';
import { stockOperations } from './stock.ts';

/** PDF is for reports: a list on paper is as long as the shop is large. */
export const LIST_FORMATS = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

interface Listing<Q extends Shape> {
  readonly permission: Permission | 'public';
  readonly query?: Q;
}

/** The filters and the order of a list, as its own operation takes them; all rows that they find, whatever the page. */
const filtersOf = <Q extends Shape>(list: Listing<Q>): Omit<Q, 'page' | 'per_page'> => {
  const { page: _, per_page: __, ...filters }: Shape = list.query ?? {};
  return filters as Omit<Q, 'page' | 'per_page'>;
};

const listExport = <Q extends Shape>(what: string, list: Listing<Q>) =>
  operation({
    method: 'POST',
    url: `/api/v1/exports/${what}`,
    kind: 'command',
    tag: 'Exports',
    permission: 'data.exchange',
    status: 201,
    summary: `Begin to write the list of ${what} to a file, with the filters of the list; the answer is the job to ask about`,
    errors: ['rate_limited'],
    body: { format: z.enum(LIST_FORMATS), ...filtersOf(list) },
    output: exportJob,
  });

export const listExportOperations = {
  'exports.items': listExport('items', catalogOperations['items.list']),
  'exports.categories': listExport('categories', catalogOperations['categories.list']),
  'exports.addons': listExport('addons', catalogOperations['addons.list']),
  'exports.discounts': listExport('discounts', discountOperations['discounts.list']),
  'exports.customers': listExport('customers', customerOperations['customers.list']),
  'exports.expenses': listExport('expenses', expenseOperations['expenses.list']),
  'exports.staff': listExport('staff', staffOperations['staff.list']),
  'exports.stock': listExport('stock', stockOperations['stock.levels']),
  'exports.orders': listExport('orders', orderOperations['orders.list']),
};
export type ListExportName = keyof typeof listExportOperations;

/** What each writes, and who may see that list; they must be allowed both. */
export const LIST_EXPORTS: Readonly<Record<ListExportName, { readonly list: ListId; readonly sees: Permission }>> = {
  'exports.items': { list: 'items_list', sees: 'menu.view' },
  'exports.categories': { list: 'categories_list', sees: 'menu.view' },
  'exports.addons': { list: 'addons_list', sees: 'menu.view' },
  'exports.discounts': { list: 'discounts_list', sees: 'discounts.view' },
  'exports.customers': { list: 'customers_list', sees: 'customers.view' },
  'exports.expenses': { list: 'expenses_list', sees: 'expenses.view' },
  'exports.staff': { list: 'staff_list', sees: 'staff.view' },
  'exports.stock': { list: 'stock_list', sees: 'stock.view' },
  'exports.orders': { list: 'orders_list', sees: 'orders.view' },
};
