import { cpus } from 'node:os';
import { addDays } from '../../src/domain/business-day.ts';
import { DAYS, openLargeShop } from './large-shop.ts';
import { median } from './measure.ts';
import { caller } from './shop.ts';
import { saveSection } from './save-section.ts';

/**
 * What the back office waits for with a million orders over three years: each view of the dashboard for a day, a month, a year
 * and everything, all of them at once, and the first and the last page of the lists. BENCH_SHOP names a folder that holds
 * such a shop already (`philo generate`); else one is made and thrown away.
 */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);

const { pos, done } = await openLargeShop();
await pos.sumDays();

const call = async (name: string, input: object): Promise<{ total_pages?: number }> => {
  const answer = await pos.dispatch(name, input, caller);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value as { total_pages?: number };
};
const timed = async (work: () => Promise<unknown>): Promise<string> => {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times).toFixed(1);
};

const newest = pos.database.row<{ day: string }>('SELECT max(business_date) AS day FROM orders')?.day ?? '';
const since = (days: number) => ({ start_date: addDays(newest, 1 - days), end_date: newest });
const RANGES = [since(1), since(30), since(365), since(DAYS)];
const VIEWS: readonly (readonly [label: string, name: string, input: object])[] = [
  ['summary', 'dashboard.summary', {}],
  ['comparison', 'dashboard.compare', {}],
  ['revenue by week', 'dashboard.revenue', { group_by: 'weekly' }],
  ['order trends by day', 'dashboard.orderTrends', {}],
  ['top items', 'dashboard.topItems', {}],
  ['top categories', 'dashboard.topCategories', {}],
  ['weekday and hour', 'dashboard.hourlyGrid', {}],
  ['customers', 'dashboard.customerInsights', {}],
  ['payment methods', 'dashboard.paymentBreakdown', {}],
  ['profit and loss', 'dashboard.profitLoss', {}],
  ['shifts', 'dashboard.shiftSummary', {}],
  ['orders behind revenue', 'dashboard.orders', {}],
  ['orders behind an item', 'dashboard.orders', { item_id: 1 }],
  ['orders behind an hour', 'dashboard.orders', { weekday: 1, hour: 9 }],
];
const LISTS: readonly (readonly [label: string, name: string, input: object])[] = [
  ['orders', 'orders.list', {}],
  ['orders, cancelled', 'orders.list', { status: 'cancelled' }],
  ['orders, by card', 'orders.list', { payment_method: 'card' }],
  ['orders of a year', 'orders.list', since(365)],
  ['orders behind three years of revenue', 'dashboard.orders', since(DAYS)],
  ['orders, by number', 'orders.list', { search: '14' }],
  ['orders, by customer', 'orders.list', { search: 'an' }],
  ['orders, of an amount', 'orders.list', { total_from: 2000, total_to: 2500 }],
  ['customers', 'customers.list', {}],
  ['customers, searched', 'customers.list', { search: 'an' }],
  ['items, searched', 'items.list', { search: 'la' }],
  ['shifts', 'shifts.list', {}],
  ['expenses', 'expenses.list', {}],
  ['audit', 'audit.list', {}],
  ['audit, by person', 'audit.list', { person: 'Generator' }],
  ['audit, by thing', 'audit.list', { entity_type: 'Order' }],
  ['audit, by act', 'audit.list', { action: 'create' }],
  ['audit of a year', 'audit.list', since(365)],
];

const lines: string[] = ['| view, ms | a day | 30 days | a year | three years |', '|---|--:|--:|--:|--:|'];
for (const [label, name, input] of VIEWS) {
  const cells: string[] = [];
  for (const range of RANGES) cells.push(await timed(() => call(name, { ...range, ...input })));
  lines.push(`| ${label} | ${cells.join(' | ')} |`);
}
const together: string[] = [];
for (const range of RANGES)
  together.push(await timed(() => Promise.all(VIEWS.map(([, name, input]) => call(name, { ...range, ...input })))));
lines.push(`| all of them asked at once, until the last answer | ${together.join(' | ')} |`, '');
lines.push('| list, ms | first page | last page |', '|---|--:|--:|');
for (const [label, name, input] of LISTS) {
  const page = (await call(name, input)).total_pages ?? 1;
  lines.push(`| ${label} | ${await timed(() => call(name, input))} | ${await timed(() => call(name, { ...input, page }))} |`);
}
const count = (table: 'orders' | 'audit_log') => pos.database.row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
const orders = count('orders');
const acts = count('audit_log');
await done();

const head = `Medians of ${ROUNDS} rounds with ${orders} orders over three years and ${acts} audit rows, in milliseconds. Node ${process.version}, ${cpus()[0]?.model ?? ''} x ${cpus().length}.`;
console.log([head, '', ...lines].join('\n'));
if (process.argv.includes('--save')) saveSection('back office', [head, '', ...lines]);
