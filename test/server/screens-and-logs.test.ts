import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJsonLog } from '../../src/server/log.ts';
import { tempFolder } from '../support/test-app.ts';
import { openHttpDoor } from './http-door.ts';

const builtScreens = () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Screens</title>');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(folder, '..', 'outside.txt'), 'secret');
  return folder;
};

describe('the screens', () => {
  it('are served under /app/ with their policy', async () => {
    const door = await openHttpDoor({ rendererFolder: builtScreens() });
    const page = await door.send('GET', '/app/', { key: null });
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    const policy = page.headers.get('content-security-policy') ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]) {
      expect(policy).toContain(rule);
    }
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-process-time-ms')).not.toBeNull();
    const script = await door.send('GET', '/app/assets/index-abc.js', { key: null });
    expect([script.status, script.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it('show the page for an address of theirs that is no file, and nothing outside their folder', async () => {
    const door = await openHttpDoor({ rendererFolder: builtScreens() });
    const page = await door.send('GET', '/app/orders/12', { key: null, headers: { accept: 'text/html' } });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Screens')]);
    expect((await door.send('GET', '/app/missing.js', { key: null })).status).toBe(404);
    for (const path of ['/app/../outside.txt', '/app/%2e%2e/outside.txt', '/app/..%2foutside.txt', '/app/....//outside.txt']) {
      const answer = await door.send('GET', path, { key: null });
      expect([path, answer.text.includes('secret')]).toEqual([path, false]);
    }
  });

  it('that are not built say how to build them', async () => {
    const door = await openHttpDoor({ rendererFolder: null });
    const answer = await door.send('GET', '/app/', { key: null, headers: { accept: 'text/html' } });
    expect([answer.status, answer.json.detail]).toEqual([404, expect.stringContaining('npm run build')]);
  });
});

describe('files', () => {
  it('come as such, with a name', async () => {
    const door = await openHttpDoor();
    const { json } = await door.send('POST', '/api/v1/shifts/open', { body: { opening_cash: 10 } });
    const answer = await door.send('GET', `/api/v1/shifts/${json.id}/report.pdf`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200,
      'application/pdf',
      `inline; filename="shifts-${json.id}-report.pdf"`,
    ]);
    expect(answer.text.startsWith('%PDF-')).toBe(true);
    expect((await door.send('GET', '/api/v1/shifts/999/report.pdf')).json.detail).toBe('Shift with id 999 not found');
  });
});

describe('the log', () => {
  const openLogged = async () => {
    const lines: string[] = [];
    const log = openJsonLog({ level: 'INFO', to: { write: (line: string) => void lines.push(line) } });
    const door = await openHttpDoor({ log });
    return { door, log, read: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>), text: () => lines.join('') };
  };

  it('has one line a request, with what is needed to find it and nothing secret', async () => {
    const { door, read, text } = await openLogged();
    const answer = await door.send('POST', '/api/v1/session/owner', {
      body: { name: 'Ada', pin: '482193' },
      key: null,
      headers: { 'x-request-id': 'till-1.7' },
    });
    expect(answer.headers.get('x-request-id')).toBe('till-1.7');
    await door.send('GET', '/api/v1/items?search=secret-word');
    await expect.poll(() => read().length).toBe(2);
    expect(read()).toMatchObject([
      {
        level: 'info',
        request_id: 'till-1.7',
        method: 'POST',
        path: '/api/v1/session/owner',
        status: 201,
        duration_ms: expect.any(Number),
        caller: 'nobody',
      },
      { request_id: expect.any(String), method: 'GET', path: '/api/v1/items', status: 200, caller: 'key', ip: '127.0.0.1' },
    ]);
    for (const secret of ['482193', door.key, 'secret-word', 'ses_']) expect(text()).not.toContain(secret);
  });

  it('makes up an id where the given one is odd, never the same twice', async () => {
    const { door } = await openLogged();
    const ids = [];
    for (const id of ['x'.repeat(65), 'a b', '"}{'])
      ids.push((await door.send('GET', '/health', { headers: { 'x-request-id': id } })).headers.get('x-request-id'));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-\w+$/);
  });

  it('follows the setting log_level', async () => {
    const { door, read } = await openLogged();
    await door.app.call('settings.update', { log_level: 'ERROR' });
    await door.send('GET', '/health');
    await door.app.call('settings.update', { log_level: 'INFO' });
    await door.send('GET', '/api/v1/items');
    await expect.poll(() => read().length).toBe(1);
    expect(read()).toMatchObject([{ path: '/api/v1/items' }]);
  });

  it('hides secrets wherever they turn up, and follows its level', async () => {
    const { log, read, text } = await openLogged();
    log.info({ authorization: 'Bearer abc', body: { pin: '1234', token: 'ses_x' } }, 'careless');
    log.setLevel('ERROR');
    log.info({}, 'quiet');
    log.error({ a: 1 }, 'loud');
    expect(read().map((line) => line.msg)).toEqual(['careless', 'loud']);
    expect(text()).not.toMatch(/abc|1234|ses_x/);
  });
});
