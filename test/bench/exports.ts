import { cpus } from 'node:os';
import type { ExportJob } from '../../src/contract/exports.ts';
import { REPORT_IDS } from '../../src/contract/report-tables.ts';
import { addDays } from '../../src/domain/business-day.ts';
import { DAYS, openLargeShop } from './large-shop.ts';
import { median } from './measure.ts';
import { saveSection } from './save-section.ts';
import { caller } from './shop.ts';

/**
 * Reports over years of orders, and what a till that sells feels of the heaviest exports: the time of `orders.create` (placed and paid,
 * a sale every few milliseconds) without and with an export, and the memory of the whole process, its threads among it.
 */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SALES = 600;
const PAUSE_MS = 5;

const { pos, done } = await openLargeShop();

const call = async <T>(name: string, input: object): Promise<T> => {
  const answer = await pos.dispatch(name, input, caller);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value as T;
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const newest = pos.database.row<{ day: string }>('SELECT max(business_date) AS day FROM settlements')?.day ?? '';
const since = (days: number) => ({ start_date: addDays(newest, 1 - days), end_date: newest });

const pages: string[] = [];
for (const id of REPORT_IDS) {
  const cells: string[] = [];
  for (const range of [since(1), since(30), since(365), since(DAYS)]) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      await call(`reports.${id}`, { ...range, per_page: 50 });
      times.push(performance.now() - started);
    }
    cells.push(median(times).toFixed(0));
  }
  pages.push(`| ${id} | ${cells.join(' | ')} |`);
  console.log(pages.at(-1));
}

const { id: category_id } = await call<{ id: number }>('categories.create', { name: `Bench ${Date.now()}` });
const latte = await call<{ id: number }>('items.create', { category_id, name: 'Bench latte', price: 450 });
const bun = await call<{ id: number }>('items.create', { category_id, name: 'Bench bun', price: 325, stock_qty: 100_000_000 });
const sale = {
  items: [
    { item_id: latte.id, quantity: 2 },
    { item_id: bun.id, quantity: 1 },
  ],
};

interface Selling {
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  readonly megabytes: number;
}

/** Sells until `isOver`, at least so often. */
const sell = async (isOver: () => Promise<boolean>): Promise<Selling> => {
  const times: number[] = [];
  let most = 0;
  for (let sold = 0; sold < SALES || !(await isOver()); sold += 1) {
    const started = performance.now();
    await call('orders.create', sale);
    times.push(performance.now() - started);
    most = Math.max(most, process.memoryUsage.rss());
    await pause(PAUSE_MS);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), worst: at(1), megabytes: most / 1_048_576 };
};

const line = (what: string, { p50, p95, worst, megabytes }: Selling, more: string): string =>
  `| ${what} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${worst.toFixed(1)} | ${megabytes.toFixed(0)} | ${more} |`;

await sell(async () => true);
const lines = [line('none', await sell(async () => true), '')];
console.log(lines.at(-1));
for (const [report, format] of [
  ['movements', 'csv'],
  ['movements', 'xlsx'],
  ['items', 'xlsx'],
  ['refunds', 'pdf'],
] as const) {
  const started = performance.now();
  let took = 0;
  const { id } = await call<ExportJob>('exports.start', { report, format, ...since(DAYS) });
  let job: ExportJob | undefined;
  const selling = await sell(async () => {
    job = await call<ExportJob>('exports.get', { export_id: id });
    if (job.state === 'failed') throw new Error(job.problem ?? 'failed');
    if (job.state === 'done' && took === 0) took = Date.parse(job.finished_at ?? '') - Date.parse(job.created_at);
    return job.state === 'done';
  });
  if (took === 0) took = performance.now() - started;
  lines.push(
    line(
      `${report}, ${format}`,
      selling,
      `${job?.total ?? 0} rows, ${((job?.bytes ?? 0) / 1_000_000).toFixed(1)} MB in ${(took / 1000).toFixed(1)} s`,
    ),
  );
  console.log(lines.at(-1));
  await call('exports.cancel', { export_id: id });
}
const orders = pos.database.row<{ n: number }>('SELECT count(*) AS n FROM settlements')?.n ?? 0;
await done();

const report = [
  `Medians of ${ROUNDS} rounds with ${orders} orders over three years. Node ${process.version}, ${cpus()[0]?.model.split(' ').slice(0, 2).join(' ') ?? ''} x ${cpus().length}.`,
  '',
  "| a report's first page, ms | a day | 30 days | a year | three years |",
  '|---|--:|--:|--:|--:|',
  ...pages,
  '',
  `A till that sells every ${PAUSE_MS} ms while a report over three years is written to a file: the time of one sale, and the most memory of the process.`,
  '',
  '| export | p50, ms | p95, ms | worst, ms | memory, MB | |',
  '|---|--:|--:|--:|--:|---|',
  ...lines,
];
console.log(report.join('\n'));
if (process.argv.includes('--save')) saveSection('reports and exports', report);
