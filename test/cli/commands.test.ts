import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, expect, test, vi } from 'vitest';
import { main } from '../../src/server/commands/main.ts';
import { writeOriginal } from '../support/original-schema.ts';
import { openTestApp, tempFolder } from '../support/test-app.ts';

// Real files on a disk that others may keep busy.
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Runs the command line in this process; what it wrote and its exit code. */
const philo = async (...argv: string[]) => {
  const data: string[] = [];
  const talk: string[] = [];
  const code = await main(argv, { data: (line) => data.push(line), talk: (line) => talk.push(line), progress: () => {} });
  return { code, data: data.join('\n'), talk };
};

/** Fails with one line and nothing on standard output. */
const failure = async (...argv: string[]): Promise<string> => {
  const { code, data, talk } = await philo(...argv);
  expect({ code, data, lines: talk.length }).toEqual({ code: 1, data: '', lines: 1 });
  expect(talk[0]).not.toContain('\n');
  return talk[0] ?? '';
};

/** Is used wrongly: one line and the usage. */
const misuse = async (...argv: string[]): Promise<string> => {
  const { code, data, talk } = await philo(...argv);
  expect({ code, data }).toEqual({ code: 2, data: '' });
  expect(talk[1]).toMatch(/^usage: philo /);
  return talk[0] ?? '';
};

test('seed, settings, keys and verify, one after the other', async () => {
  const dir = join(tempFolder(), 'shop');
  const seeded = await philo('seed', '--data', dir);
  expect(seeded.code).toBe(0);
  expect(JSON.parse(seeded.data)).toMatchObject({ changed: true, menu: { items: 40 }, history: null });
  expect(seeded.data).not.toMatch(/pin/i);
  expect(seeded.talk.join('\n')).toContain('Nora Lind, owner: PIN');
  const again = await philo('seed', '--data', dir);
  expect(JSON.parse(again.data)).toMatchObject({ changed: false, menu: null });
  expect(again.talk).toEqual(['The demo café was there already; its menu was left as it is.']);

  expect(await philo('settings', 'get', 'tax_rate', '--data', dir)).toEqual({ code: 0, data: '0.08', talk: [] });
  expect(await philo('settings', 'set', 'tax_rate', '0.08875', '--data', dir)).toEqual({
    code: 0,
    data: '0.08875',
    talk: ['tax_rate was 0.08, now it is 0.08875.'],
  });
  expect((await philo('settings', 'set', 'time_zone', 'Europe/Oslo', '--data', dir)).data).toBe('Europe/Oslo');
  expect((await philo('settings', 'set', 'day_cutover_hour', '4', '--data', dir)).data).toBe('4');
  for (const [key, text, said] of [
    ['cash_rounding', '5', '5'],
    ['idle_lock_minutes', '10', '10'],
    ['printer_columns', '48', '48'],
    ['network_port', '8123', '8123'],
    ['discount_cap_cashier', '0.15', '0.15'],
    ['over_short_comment_above', '2.50', '2.5'],
    ['over_short_comment_above', 'none', 'null'],
    ['backup_at_close', 'false', 'false'],
    ['shop_name', '1987', '1987'],
    ['tax_number', '987654321', '987654321'],
  ] as const)
    expect((await philo('settings', 'set', key, text, '--data', dir)).data, key).toBe(said);
  expect((await philo('settings', 'set', 'cors_origins', 'https://a.example, https://b.example', '--data', dir)).data).toBe(
    '["https://a.example","https://b.example"]',
  );
  expect((await philo('settings', 'set', 'cors_origins', '["https://c.example"]', '--data', dir)).data).toBe('["https://c.example"]');
  expect(JSON.parse((await philo('settings', 'get', '--data', dir)).data)).toMatchObject({
    tax_rate: 0.08875,
    time_zone: 'Europe/Oslo',
    day_cutover_hour: 4,
    cors_origins: ['https://c.example'],
    currency: 'USD',
  });

  const made = await philo('key', 'create', '--name', 'Kiosk', '--role', 'cashier', '--data', dir);
  expect(made.data).toMatch(/^philo_[\w-]{43}$/);
  const app = await openTestApp({ dataDir: dir });
  expect(app.pos.callerOfKey(made.data, { ip: null, userAgent: null })).toMatchObject({ name: 'Kiosk', role: 'cashier' });
  await app.pos.close();

  const verified = await philo('verify', '--data', dir);
  expect(verified).toMatchObject({ code: 0, talk: [expect.stringMatching(/^No faults in \d+ checks\.$/)] });
  expect(JSON.parse(verified.data)).toMatchObject({ ok: true });
});

test('verify ends with 1 on a fault', async () => {
  const dir = tempFolder();
  await philo('generate', '--orders', '30', '--days', '2', '--data', dir);
  const raw = new BetterSqlite3(join(dir, 'philo.db'));
  raw.exec('UPDATE orders SET tax_rate = tax_rate + 50000 WHERE id = 3');
  raw.close();
  const { code, data, talk } = await philo('verify', '--data', dir);
  expect(code).toBe(1);
  // The day is over and summed, so its sums by tax rate are not what its rows say any more.
  expect(talk[0]).toMatch(/^Faults found: 1 in orders, \d in sales_days\.$/);
  expect(JSON.parse(data)).toMatchObject({ ok: false });
});

test('generate says what it made', async () => {
  const dir = tempFolder();
  const { code, data, talk } = await philo('generate', '--orders', '25', '--days', '3', '--data', dir);
  expect(code).toBe(0);
  expect(JSON.parse(data)).toMatchObject({ orders: 25, shifts: 6 });
  expect(talk[0]).toMatch(/^Made 25 orders from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d in \d+\.\d s\.$/);
});

test('import-philo prints counts, totals as people write them, and warnings', async () => {
  const dir = join(tempFolder(), 'new');
  const file = writeOriginal(join(tempFolder(), 'old.db'));
  const dry = await philo('import-philo', file, '--data', dir, '--dry-run', '--time-zone', 'Europe/Oslo');
  expect(dry.code).toBe(0);
  expect(existsSync(dir)).toBe(false);
  const done = await philo('import-philo', file, '--data', dir, '--time-zone', 'Europe/Oslo');
  expect(JSON.parse(done.data)).toEqual({ ...JSON.parse(dry.data), dry_run: false });
  expect(JSON.parse(done.data)).toMatchObject({
    time_zone: 'Europe/Oslo',
    counts: { orders: 4, items: 3 },
    totals: { revenue: 23.24, expenses: 912.4, items_sold: 5, stock: 8 },
    orders_by_status: { completed: { orders: 1, total: 10.69 } },
    tax_rates: [{ rate: 0.08, orders: 4 }],
    warnings: [expect.stringContaining('customers 3')],
  });
  expect((await philo('settings', 'get', 'time_zone', '--data', dir)).data).toBe('Europe/Oslo');
  expect(await failure('import-philo', file, '--data', dir)).toContain('was imported into this folder on');
});

test('a refused import leaves no folder, and what was in one stays', async () => {
  const parent = tempFolder();
  const notes = join(parent, 'notes.db');
  writeFileSync(notes, 'not a database');
  expect(await failure('import-philo', notes, '--data', join(parent, 'new'))).toBe(
    'philo import-philo: notes.db is not a SQLite database. Nothing was changed.',
  );
  expect(existsSync(join(parent, 'new'))).toBe(false);
  mkdirSync(join(parent, 'empty'));
  await failure('import-philo', notes, '--data', join(parent, 'empty'));
  expect(readdirSync(join(parent, 'empty'))).toEqual([]);
  mkdirSync(join(parent, 'used'));
  writeFileSync(join(parent, 'used', 'letter.txt'), 'keep me');
  await failure('import-philo', notes, '--data', join(parent, 'used'));
  expect(readdirSync(join(parent, 'used'))).toContain('letter.txt');
});

test('the environment gives first values, and a wrong one is told', async () => {
  const dir = tempFolder();
  vi.stubEnv('TAX_RATE', '0.25');
  vi.stubEnv('APP_NAME', 'Corner');
  expect((await philo('settings', 'set', 'language', 'nb', '--data', dir)).code).toBe(0);
  expect((await philo('settings', 'get', 'tax_rate', '--data', dir)).data).toBe('0.25');
  expect((await philo('settings', 'get', 'shop_name', '--data', dir)).data).toBe('Corner');
  vi.stubEnv('TAX_RATE', 'a lot');
  expect(await failure('settings', 'set', 'language', 'en', '--data', dir)).toContain('TAX_RATE is "a lot"');
});

test('folders that cannot be used', async () => {
  const dir = tempFolder();
  expect(await failure('verify', '--data', join(dir, 'nothing'))).toMatch(/^philo verify: .*nothing holds no Philo POS database/);
  expect(await failure('settings', 'get', '--data', join(dir, 'nothing'))).toContain('holds no Philo POS database');
  writeFileSync(join(dir, 'file'), '');
  expect(await failure('seed', '--data', join(dir, 'file'))).toContain('cannot be used as a data folder');
  const app = await openTestApp();
  expect(await failure('seed', '--data', app.dataDir)).toMatch(new RegExp(`in use by process ${process.pid} \\(Philo POS, since`));
  expect((await philo('settings', 'get', 'currency', '--data', app.dataDir)).data).toBe('USD');
  expect((await philo('verify', '--data', app.dataDir)).code).toBe(0);
  await app.pos.close();
  const raw = new BetterSqlite3(join(app.dataDir, 'philo.db'));
  raw.pragma('user_version = 99');
  raw.close();
  expect(await failure('verify', '--data', app.dataDir)).toContain('newer Philo POS');
  expect(await failure('seed', '--data', app.dataDir)).toContain('newer Philo POS');
});

test('values out of bounds', async () => {
  const dir = tempFolder();
  await philo('seed', '--data', dir);
  expect(await failure('settings', 'set', 'tax_rate', '8%', '--data', dir)).toContain('tax_rate is "8%"');
  expect(await failure('settings', 'set', 'tax_rate', '1.5', '--data', dir)).toContain('tax_rate: ');
  expect(await failure('settings', 'set', 'day_cutover_hour', '13', '--data', dir)).toContain('day_cutover_hour: ');
  expect(await failure('settings', 'set', 'day_cutover_hour', 'noon', '--data', dir)).toContain('should be a whole number');
  expect(await failure('settings', 'set', 'cash_rounding', '7', '--data', dir)).toContain('cash_rounding: ');
  expect(await failure('settings', 'set', 'backup_at_close', 'maybe', '--data', dir)).toContain('should be true or false');
  expect(await failure('settings', 'set', 'over_short_comment_above', 'much', '--data', dir)).toContain('should be an amount');
  expect(await failure('settings', 'set', 'time_zone', 'Nowhere', '--data', dir)).toContain('IANA time zone');
  expect(await failure('settings', 'set', 'currency', 'JPY', '--data', dir)).toContain('it can be chosen only before');
  expect(await failure('settings', 'set', 'cors_origins', '[oops', '--data', dir)).toContain('not a JSON list');
  expect(await failure('key', 'create', '--name', 'x'.repeat(101), '--data', dir)).toContain('name: ');
});

test('used wrongly', async () => {
  expect(await misuse('seed')).toBe('philo seed: --data DIR is missing');
  expect(await misuse('seed', '--data', ' ')).toBe('philo seed: --data DIR is missing');
  expect(await misuse('seed', '--dta', 'x')).toBe("philo seed: unknown option '--dta'");
  expect(await misuse('seed', 'now', '--data', 'x')).toBe('philo seed: "now" is one word too many');
  expect(await misuse('seed', '--data', 'x', '--history', '0')).toContain('--history is "0", but should be a whole number from 1 to 730');
  expect(await misuse('serve', '--data', 'x', '--port', '70000')).toContain('--port is "70000"');
  expect(await misuse('serve', '--data', 'x', '--no-auth=yes')).toContain('--no-auth');
  expect(await misuse('import-philo', '--data', 'x')).toBe('philo import-philo: FILE is missing');
  expect(await misuse('settings', 'get', 'colour', '--data', 'x')).toContain('there is no setting "colour"; there are shop_name, ');
  expect(await misuse('settings', 'set', 'currency', '--data', 'x')).toBe('philo settings set: VALUE is missing');
  expect(await misuse('key', 'create', '--data', 'x')).toBe('philo key create: --name NAME is missing');
  expect(await misuse('key', 'create', '--name', 'a', '--role', 'king', '--data', 'x')).toContain('there is no role "king"');
  expect(await misuse('generate', '--days', '3', '--data', 'x')).toBe('philo generate: --orders N is missing');
  expect(existsSync('x')).toBe(false);
  for (const argv of [[], ['dance'], ['settings'], ['settings', 'frob'], ['key']]) {
    const { code, data, talk } = await philo(...argv);
    expect({ code, data }).toEqual({ code: 2, data: '' });
    expect(talk[0]).toMatch(argv.length === 0 ? /a command is missing/ : new RegExp(`there is no command "${argv.join(' ')}"`));
    expect(talk.join('\n')).toContain('philo serve --data DIR');
  }
});

test('help', async () => {
  for (const argv of [['--help'], ['-h'], ['help']])
    expect((await philo(...argv)).data).toContain('philo import-philo FILE --data DIR [--time-zone UTC] [--dry-run]');
  for (const name of ['serve', 'seed', 'import-philo', 'settings get', 'settings set', 'key create', 'verify', 'sums', 'generate']) {
    const { code, data, talk } = await philo(...name.split(' '), '--help');
    expect({ code, talk }).toEqual({ code: 0, talk: [] });
    expect(data).toMatch(new RegExp(`^usage: philo ${name} `));
  }
  expect((await philo('--version')).data).toMatch(/^\d+\.\d+\.\d+$/);
});
