import { request as httpRequest } from 'node:http';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { type HttpDoor, openHttpDoor } from './http-door.ts';

/** fetch sets Host by itself, so this speaks HTTP plainly. */
const askAs = (
  door: HttpDoor,
  headers: Record<string, string>,
  method = 'GET',
  path = '/api/v1/items',
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(
      { port: door.server.port, host: '127.0.0.1', path, method, headers: { authorization: `Bearer ${door.key}`, ...headers } },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    request.on('error', reject);
    request.end(method === 'POST' ? '{"name":"A"}' : undefined);
  });

describe('names that are not this machine', () => {
  it('are refused, however the address resolves', async () => {
    const door = await openHttpDoor({ noAuth: true });
    for (const host of ['evil.example', 'evil.example:8000', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil-localhost']) {
      const answer = await askAs(door, { host });
      expect([host, answer.status]).toEqual([host, 403]);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'foreign_origin', detail: expect.any(String) });
    }
    for (const host of [
      'localhost',
      `localhost:${door.server.port}`,
      'LOCALHOST',
      'till.localhost',
      '127.0.0.1:1',
      '192.168.1.20:8000',
      '[::1]:8000',
      '[fe80::1]',
      hostname(),
      `${hostname()}.local:8000`,
    ]) {
      expect([host, (await askAs(door, { host })).status]).toEqual([host, 200]);
    }
  });
});

describe('pages of other sites', () => {
  it('may change nothing, with a key or without', async () => {
    const door = await openHttpDoor({ noAuth: true });
    for (const origin of [
      'https://evil.example',
      'http://localhost:9999',
      'null',
      'nonsense',
      `http://127.0.0.1:${door.server.port + 1}`,
    ]) {
      const answer = await askAs(door, { origin, 'content-type': 'application/json' }, 'POST', '/api/v1/categories');
      expect([origin, answer.status]).toEqual([origin, 403]);
      expect((await askAs(door, { origin }, 'DELETE', '/api/v1/categories/1')).status).toBe(403);
    }
    expect((await door.send('GET', '/api/v1/categories')).json.total).toBe(0);
  });

  it('may where CORS_ORIGINS names them, and our own pages always', async () => {
    const door = await openHttpDoor();
    const send = (origin: string, name: string) => door.send('POST', '/api/v1/categories', { body: { name }, headers: { origin } });
    expect((await send('http://localhost:5173', 'A')).status).toBe(201);
    expect((await send(door.server.url, 'B')).status).toBe(201);
    await door.app.call('settings.update', { cors_origins: ['https://shop.example'] }, systemCaller());
    expect((await send('http://localhost:5173', 'C')).status).toBe(403);
    const answer = await send('https://shop.example', 'D');
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([201, 'https://shop.example']);
    await door.app.call('settings.update', { cors_origins: ['*'] }, systemCaller());
    expect((await send('https://any.example', 'E')).headers.get('access-control-allow-origin')).toBe('https://any.example');
  });
});

describe('CORS as the original answers it', () => {
  const preflight = (door: HttpDoor, origin: string, method: string, headers?: string) =>
    door.send('OPTIONS', '/api/v1/orders', {
      key: null,
      headers: {
        origin,
        'access-control-request-method': method,
        ...(headers === undefined ? {} : { 'access-control-request-headers': headers }),
      },
    });

  it('lets known origins ask', async () => {
    const door = await openHttpDoor();
    const answer = await preflight(door, 'http://localhost:3000', 'PATCH', 'content-type, x-anything');
    expect([answer.status, answer.text]).toEqual([200, 'OK']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': 'http://localhost:3000',
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '600',
      'access-control-allow-headers': 'content-type, x-anything',
      vary: 'Origin',
      'content-type': 'text/plain; charset=utf-8',
    });
    expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect((await preflight(door, 'http://localhost:3000', 'POST')).headers.get('access-control-allow-headers')).toBeNull();
  });

  it('turns foreign origins and odd methods away', async () => {
    const door = await openHttpDoor();
    const foreign = await preflight(door, 'https://evil.example', 'POST');
    expect([foreign.status, foreign.text, foreign.headers.get('access-control-allow-origin')]).toEqual([
      400,
      'Disallowed CORS origin',
      null,
    ]);
    const odd = await preflight(door, 'http://localhost:3000', 'BREW');
    expect([odd.status, odd.text]).toEqual([400, 'Disallowed CORS method']);
  });

  it('shows answers to known origins only, refusals too', async () => {
    const door = await openHttpDoor();
    const get = (origin: string, path: string, key?: null) =>
      door.send('GET', path, { headers: { origin }, ...(key === null ? { key } : {}) });
    expect((await get('http://localhost:3000', '/api/v1/items')).headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect((await get('http://localhost:3000', '/api/v1/items/999')).headers.get('access-control-allow-origin')).toBe(
      'http://localhost:3000',
    );
    expect((await get('http://localhost:3000', '/api/v1/items', null)).headers.get('access-control-allow-origin')).toBe(
      'http://localhost:3000',
    );
    const foreign = await get('https://evil.example', '/api/v1/items');
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([200, null]);
  });
});
