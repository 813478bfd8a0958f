import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { projectNode } from '../../scripts/ready/places.mjs';
import { inRepository } from '../support/repository.ts';
import { tempFolder } from '../support/test-app.ts';

const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
});

/** The command line as a process of its own, from the sources. */
const start = (argv: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}) => {
  const child = spawn(projectNode(), [inRepository('src/server/cli.ts'), ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
  });
  children.push(child);
  const written = { data: '', talk: '' };
  child.stdout.on('data', (part: Buffer) => {
    written.data += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    written.talk += part.toString();
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  /** The first line of a server: where it is. */
  const ready = () =>
    new Promise<{ url: string; data: string }>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
      ended.then((code) => reject(new Error(`ended with ${code}: ${written.talk}`)), reject);
    });
  return { child, written, ended, ready };
};

test('says where it serves, keeps the folder, and ends cleanly on a signal', async () => {
  const dir = tempFolder();
  const server = start(['serve', '--data', dir, '--port', '0', '--no-auth']);
  const { url, data } = await server.ready();
  expect(data).toBe(dir);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'healthy' });
  const created = await fetch(`${url}/api/v1/categories`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"Drinks"}',
  });
  expect(created.status).toBe(201);

  const second = start(['seed', '--data', dir]);
  expect(await second.ended).toBe(1);
  expect(second.written.talk).toMatch(new RegExp(`^philo seed: .* is in use by process ${server.child.pid} \\(philo serve, since .*\\n$`));
  const samePort = start(['serve', '--data', tempFolder(), '--port', new URL(url).port]);
  expect(await samePort.ended).toBe(1);
  expect(samePort.written).toEqual({
    data: '',
    talk: `philo serve: Port ${new URL(url).port} on 127.0.0.1 is in use. Choose another with --port.\n`,
  });
  const verified = start(['verify', '--data', dir]);
  expect(await verified.ended).toBe(0);
  expect(JSON.parse(verified.written.data)).toMatchObject({ ok: true });

  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(server.written.data.trim().split('\n')).toHaveLength(1);
  // Everything is in the one file again, and the folder is free.
  expect(existsSync(join(dir, 'philo.db-wal'))).toBe(false);
  expect(existsSync(join(dir, 'writer.json'))).toBe(false);
  const get = start(['settings', 'get', 'currency', '--data', dir]);
  expect(await get.ended).toBe(0);
  expect(get.written.data).toBe('USD\n');
}, 60_000);

test('a request that is running when the signal comes is answered', async () => {
  const server = start(['serve', '--data', tempFolder(), '--port', '0', '--no-auth']);
  const { url } = await server.ready();
  const orders = Array.from({ length: 40 }, (_, index) =>
    fetch(`${url}/api/v1/categories`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: `C${index}` }),
    }).then(
      (answer) => answer.status,
      () => 'refused',
    ),
  );
  await Promise.race(orders);
  server.child.kill('SIGINT');
  const answers = await Promise.all(orders);
  expect(answers.every((answer) => answer === 201 || answer === 503 || answer === 'refused')).toBe(true);
  expect(answers).toContain(201);
  expect(await server.ended).toBe(0);
}, 60_000);

test('everybody let in from outside is refused at start', async () => {
  const dir = tempFolder();
  const server = start(['serve', '--data', dir, '--host', '0.0.0.0', '--port', '0', '--no-auth']);
  expect(await server.ended).toBe(1);
  expect(server.written.data).toBe('');
  expect(server.written.talk).toMatch(/^philo serve: --no-auth .*loopback.*\n$/);
}, 30_000);

test('a .env in the working folder is read, and the environment wins over it', async () => {
  const cwd = tempFolder();
  writeFileSync(join(cwd, '.env'), 'APP_NAME="From the file"\nTAX_RATE=0.1\nDATABASE_URL=sqlite:///./x.db\n');
  const dir = join(cwd, 'shop');
  expect(await start(['seed', '--data', dir], { cwd, env: { TAX_RATE: '0.2' } }).ended).toBe(0);
  const get = start(['settings', 'get', '--data', dir], { cwd });
  await get.ended;
  expect(JSON.parse(get.written.data)).toMatchObject({ shop_name: 'From the file', tax_rate: 0.2 });
}, 30_000);
