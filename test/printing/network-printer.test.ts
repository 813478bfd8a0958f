import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { type Patience, sendToPrinter } from '../../src/core/modules/printing/network-printer.ts';
import { PrinterFailure, type PrinterFault } from '../../src/core/modules/printing/printer-connection.ts';
import { type FakePrinter, type PrinterHabits, startFakePrinter } from './fake-printer.ts';

const PAPER = Uint8Array.from({ length: 9000 }, (_, at) => 0x20 + (at % 90));
const TEXT = Buffer.from(PAPER).toString('latin1');
const SHORT: Patience = { connect: 400, answer: 150, write: 300, confirm: 400 };
/** All its waiting together, and room for a busy machine. */
const BOUND = SHORT.connect + SHORT.answer * 2 + SHORT.write * 5 + SHORT.confirm + 2000;

const failureOf = async (printer: Pick<FakePrinter, 'port'>, host = '127.0.0.1'): Promise<PrinterFailure> => {
  const started = performance.now();
  const failure = await sendToPrinter({ host, port: printer.port }, PAPER, SHORT).then(
    () => null,
    (error: unknown) => error,
  );
  expect(performance.now() - started).toBeLessThan(BOUND);
  if (!(failure instanceof PrinterFailure)) throw new Error(`not a failure of the printer: ${String(failure)}`);
  return failure;
};

test.each<[string, PrinterHabits]>([
  ['one that answers', {}],
  ['one that cannot speak', { state: null }],
])('%s gets the paper whole', async (_, habits) => {
  const printer = await startFakePrinter(habits);
  await sendToPrinter({ host: '127.0.0.1', port: printer.port }, PAPER, SHORT);
  expect(printer.papers().map((paper) => paper === TEXT)).toEqual([true]);
});

test.each<[string, PrinterHabits, PrinterFault]>([
  ['drops the connection at once', { drops: 'on connect' }, 'closed_early'],
  ['drops it when the paper begins', { drops: 'on paper' }, 'closed_early'],
  ['drops it and cannot speak', { drops: 'on paper', state: null }, 'closed_early'],
  ['reads nothing', { stalls: 'reading' }, 'timed_out'],
  ['takes everything and never says that it printed', { stalls: 'printing' }, 'timed_out'],
  ['has no paper', { state: [0x12, 0x12, 0x72] }, 'out_of_paper'],
  ['stopped for want of paper', { state: [0x1a, 0x32, 0x12] }, 'out_of_paper'],
  ['has its cover open', { state: [0x1a, 0x16, 0x12] }, 'cover_open'],
  ['is offline', { state: [0x1a, 0x12, 0x12] }, 'offline'],
])('a printer that %s is told as such, in bounded time', async (_, habits, fault) => {
  const printer = await startFakePrinter(habits);
  expect((await failureOf(printer)).fault).toBe(fault);
});

test('a printer that stops taking a long paper is told as such, in bounded time', async () => {
  const printer = await startFakePrinter({ stalls: 'reading' });
  const failure = await sendToPrinter({ host: '127.0.0.1', port: printer.port }, new Uint8Array(32_000_000), SHORT).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ fault: 'timed_out' });
});

test('nothing is sent to a printer that is not ready', async () => {
  const printer = await startFakePrinter({ state: [0x12, 0x12, 0x72] });
  await failureOf(printer);
  expect(printer.connections()).toBe(1);
  expect(printer.papers()).toEqual([]);
});

test('a port that nobody listens on refuses', async () => {
  const printer = await startFakePrinter();
  await printer.stop();
  const failure = await failureOf(printer);
  expect(failure).toMatchObject({ fault: 'refused' });
  expect(failure.message).toContain(`127.0.0.1:${printer.port}`);
});

test('a name that nobody has is told', async () => {
  expect((await failureOf({ port: 9100 }, 'no-such-printer.invalid')).fault).toBe('unknown_host');
});

test('papers sent at once come out one after the other', async () => {
  const printer = await startFakePrinter();
  const address = { host: '127.0.0.1', port: printer.port };
  await Promise.all([1, 2, 3].map(() => sendToPrinter(address, PAPER, SHORT)));
  expect(printer.log).toEqual(['began 1', 'asked 1', 'began 2', 'asked 2', 'began 3', 'asked 3']);
  expect(printer.papers().every((paper) => paper === TEXT)).toBe(true);
});

test('a paper that failed does not keep back the next', async () => {
  const printer = await startFakePrinter({ drops: 'on connect' });
  const address = { host: '127.0.0.1', port: printer.port };
  const failed = sendToPrinter(address, PAPER, SHORT).catch((error: unknown) => {
    printer.become({});
    return error;
  });
  const next = failed.then(() => sendToPrinter(address, PAPER, SHORT));
  expect(await failed).toBeInstanceOf(PrinterFailure);
  await next;
  expect(printer.papers()).toHaveLength(1);
});
