import type { OperationName } from '../../src/contract/index.ts';
import type { TestApp } from '../support/test-app.ts';

/** Every view that is read from the days' sums, in each of its forms. */
const VIEWS: readonly (readonly [name: OperationName, input: object])[] = [
  ['dashboard.summary', {}],
  ['dashboard.revenue', { group_by: 'daily' }],
  ['dashboard.revenue', { group_by: 'weekly' }],
  ['dashboard.orderTrends', { group_by: 'daily' }],
  ['dashboard.orderTrends', { group_by: 'monthly' }],
  ['dashboard.topItems', {}],
  ['dashboard.topCategories', {}],
  ['dashboard.hourlyHeatmap', {}],
  ['dashboard.hourlyHeatmap', { day_of_week: 1 }],
  ['dashboard.hourlyGrid', {}],
  ['dashboard.customerInsights', { top_limit: 50 }],
  ['dashboard.paymentBreakdown', {}],
  ['dashboard.profitLoss', {}],
  ['dashboard.compare', {}],
  ['dashboard.orders', {}],
  ['dashboard.orders', { counted: 'all', page: 2, per_page: 3 }],
  ['dashboard.orders', { counted: 'refunds' }],
  ['dashboard.orders', { status: 'cancelled' }],
  ['dashboard.orders', { item_id: 1, per_page: 3 }],
  ['dashboard.orders', { category_id: 1, page: 2, per_page: 3 }],
  ['dashboard.orders', { item_id: 1, category_id: 2 }],
  ['dashboard.orders', { customer_id: 1, per_page: 2 }],
  ['dashboard.orders', { has_customer: true, per_page: 2 }],
  ['dashboard.orders', { has_customer: false, per_page: 2 }],
  ['dashboard.orders', { method: 'card', per_page: 2 }],
  ['dashboard.orders', { hour: 9, weekday: 1 }],
  ['dashboard.orders', { weekday: 2, method: 'cash' }],
];

/** What each view answers for a range. */
export const everyView = async (app: TestApp, range: object): Promise<[view: string, answer: unknown][]> => {
  const answers: [string, unknown][] = [];
  for (const [name, input] of VIEWS) answers.push([`${name} ${JSON.stringify(input)}`, await app.answer(name, { ...range, ...input })]);
  return answers;
};
