import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../../src/server/server.ts';
import { median, rate } from './measure.ts';
import { rawOrderWriter } from './raw-orders.ts';
import { caller, openBenchShop, SALE } from './shop.ts';

/**
 * Orders a second through each door beside the same rows by bare prepared statements, on the same disk in the same run.
 * Absolute figures depend on the machine; compare the ratios with test/bench/baseline.json.
 * `npm run bench -- --save` writes the baseline anew.
 */
const ORDERS = Number(process.env.BENCH_ORDERS ?? 2000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const BASELINE = join(import.meta.dirname, 'baseline.json');
const run = promisify(execFile);

interface Figures {
  [name: string]: { per_second: number; of_raw: number };
}

const { pos, done } = await openBenchShop();
const server = await startServer({ pos, host: '127.0.0.1', port: 0, noAuth: false });
const made = await pos.dispatch('keys.create', { name: 'bench' }, caller);
if (!made.ok) throw new Error(made.error.message);
const { key } = made.value as { key: string };

const dispatchOne = () => pos.dispatch('orders.create', SALE, caller);
const inTurns = async (together: number) => {
  for (let sent = 0; sent < ORDERS; sent += together) await Promise.all(Array.from({ length: together }, dispatchOne));
};
const overHttp = async (connections: number): Promise<number> => {
  const { stdout } = await run(process.execPath, [
    join(import.meta.dirname, 'load.ts'),
    new URL(server.url).port,
    String(connections),
    String(ORDERS),
    '/api/v1/orders',
    JSON.stringify(SALE),
    key,
  ]);
  const result = JSON.parse(stdout) as { rate: number; failed: number };
  if (result.failed > 0) throw new Error(`${result.failed} requests failed`);
  return result.rate;
};

const writeRaw = rawOrderWriter(pos);
const raw = () => {
  for (let count = 0; count < ORDERS; count += 1) writeRaw();
};

const measured: Record<string, number[]> = {
  raw: [],
  dispatcher: [],
  'dispatcher, 16 at once': [],
  'HTTP, 1 connection': [],
  'HTTP, 8 connections': [],
};
// Every way is measured in every round, so that a slow spell of the machine falls on all of them.
for (let round = 0; round < ROUNDS; round += 1) {
  measured.raw?.push(await rate(ORDERS, 1, raw));
  measured.dispatcher?.push(await rate(ORDERS, 1, () => inTurns(1)));
  measured['dispatcher, 16 at once']?.push(await rate(ORDERS, 1, () => inTurns(16)));
  measured['HTTP, 1 connection']?.push(await overHttp(1));
  measured['HTTP, 8 connections']?.push(await overHttp(8));
}
await server.close();
await done();

const rawRate = median(measured.raw ?? []);
const figures: Figures = Object.fromEntries(
  Object.entries(measured).map(([name, rates]) => [
    name,
    { per_second: Math.round(median(rates)), of_raw: Number((median(rates) / rawRate).toFixed(2)) },
  ]),
);
const baseline = existsSync(BASELINE) ? (JSON.parse(readFileSync(BASELINE, 'utf8')) as { figures: Figures }).figures : {};
console.log(
  `orders a second, synchronous=FULL, ${ORDERS} orders x ${ROUNDS} rounds, Node ${process.version}, ${cpus()[0]?.model ?? ''} x ${cpus().length}`,
);
console.log(`${'way'.padEnd(26)}${'orders/s'.padStart(10)}${'of raw'.padStart(9)}${'baseline'.padStart(10)}`);
for (const [name, { per_second, of_raw }] of Object.entries(figures)) {
  console.log(
    `${name.padEnd(26)}${String(per_second).padStart(10)}${of_raw.toFixed(2).padStart(9)}${(baseline[name]?.of_raw.toFixed(2) ?? '-').padStart(10)}`,
  );
}
if (process.argv.includes('--save')) {
  mkdirSync(import.meta.dirname, { recursive: true });
  writeFileSync(BASELINE, `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`);
}
