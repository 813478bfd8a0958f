import { cpus } from 'node:os';
import type { ExportJob } from '../../src/contract/exports.ts';
import { REPORT_IDS, type ReportId } from '../../src/contract/report-tables.ts';
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
const SALES = 400;
const PAUSE_MS = 5;
const HEAVY = [
  ['movements', 'csv'],
  ['movements', 'xlsx'],
  ['days', 'pdf'],
] as const satisfies readonly (readonly [ReportId, ExportJob['format']])[];

const { pos, done } = await openLargeShop();
await pos.sumDays();

const call = async <T>(name: string, input: object): Promise<T> => {
  const answer = await pos.dispatch(name, input, caller);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value as T;
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const newest = pos.database.row<{ day: string }>('SELECT max(business_date) AS day FROM settlements')?.day ?? '';
const since = (days: number) => ({ start_date: addDays(newest, 1 - days), end_date: newest });

// The worker starts with the first report that is asked for.
await call('reports.archive', since(1));
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

/** Sells so often, and goes on until `isOver`. */
const sell = async (sales: number, isOver: () => Promise<boolean> = async () => true): Promise<Selling> => {
  const times: number[] = [];
  let most = 0;
  for (let sold = 0; sold < sales || !(await isOver()); sold += 1) {
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

type Asked = readonly [report: ReportId, format: ExportJob['format']];

const start = async ([report, format]: Asked): Promise<string> =>
  (await call<ExportJob>('exports.start', { report, format, ...since(DAYS) })).id;

const stateOf = async (export_id: string): Promise<ExportJob> => {
  const job = await call<ExportJob>('exports.get', { export_id });
  if (job.state === 'failed') throw new Error(job.problem ?? 'failed');
  return job;
};

/** Sells while an export is being written: one that is done is begun again. */
const sellBeside = async (asked: Asked): Promise<Selling> => {
  let id = await start(asked);
  const over = new AbortController();
  const again = async () => {
    while (!over.signal.aborted) {
      if ((await stateOf(id)).state === 'done') {
        await call('exports.cancel', { export_id: id });
        id = await start(asked);
      }
      await pause(100);
    }
  };
  const watching = again();
  const selling = await sell(SALES);
  over.abort();
  await watching;
  await call('exports.cancel', { export_id: id });
  return selling;
};

const middle = (rounds: readonly Selling[], pick: keyof Selling): number => median(rounds.map((round) => round[pick]));

await sell(SALES);
const lines: string[] = [];
for (const asked of HEAVY) {
  const alone: Selling[] = [];
  const beside: Selling[] = [];
  // In turns, so that a slow spell of the machine falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(await sell(SALES));
    beside.push(await sellBeside(asked));
  }
  const both = (pick: 'p50' | 'p95' | 'worst') => `${middle(alone, pick).toFixed(1)} / ${middle(beside, pick).toFixed(1)}`;
  const ratio = median(alone.map((round, at) => (beside[at]?.p95 ?? 0) / round.p95));
  lines.push(`| ${asked.join(', ')} | ${both('p50')} | ${both('p95')} | ${ratio.toFixed(2)} | ${both('worst')} |`);
  console.log(lines.at(-1));
}

const orders = pos.database.row<{ n: number }>('SELECT count(*) AS n FROM settlements')?.n ?? 0;
const isSaving = process.argv.includes('--save');
const report = [
  `Medians of ${ROUNDS} rounds with ${orders} orders over three years. Node ${process.version}, ${cpus()[0]?.model.split(' ').slice(0, 2).join(' ') ?? ''} x ${cpus().length}.`,
  '',
  "| a report's first page, ms | a day | 30 days | a year | three years |",
  '|---|--:|--:|--:|--:|',
  ...pages,
  '',
  `A till that sells every ${PAUSE_MS} ms, alone and beside a report over three years that is written to a file, in turns: the time of one sale (median of ${ROUNDS} rounds of ${SALES} sales each), and how much longer the p95 is.`,
  '',
  '| export | p50 alone / beside, ms | p95 alone / beside, ms | p95, times | worst alone / beside, ms |',
  '|---|--:|--:|--:|--:|',
  ...lines,
];
console.log(report.join('\n'));
if (isSaving) saveSection('reports and exports', report);

const WHOLE_HEAD = [
  'Reports over three years written whole, with the till selling: the memory is that of the whole process, its threads among it, before and at its most.',
  '',
  '| export | rows | MB | s | memory before, MB | memory at most, MB |',
  '|---|--:|--:|--:|--:|--:|',
];
const whole: string[] = [];
for (const asked of HEAVY) {
  const before = process.memoryUsage.rss() / 1_048_576;
  const id = await start(asked);
  let job = await stateOf(id);
  const { megabytes } = await sell(0, async () => {
    job = await stateOf(id);
    return job.state === 'done';
  });
  const seconds = (Date.parse(job.finished_at ?? '') - Date.parse(job.created_at)) / 1000;
  whole.push(
    `| ${asked.join(', ')} | ${job.total} | ${((job.bytes ?? 0) / 1_000_000).toFixed(1)} | ${seconds.toFixed(1)} | ${before.toFixed(0)} | ${megabytes.toFixed(0)} |`,
  );
  console.log(whole.at(-1));
  // After each: the largest take minutes, and what was measured is kept when somebody stops it.
  if (isSaving) saveSection('whole files', [...WHOLE_HEAD, ...whole]);
  await call('exports.cancel', { export_id: id });
}
await done();
