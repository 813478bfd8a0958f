import { describe, expect, it } from 'vitest';
import { allOperations } from '../../src/contract/index.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { ROLES, roleMay } from '../../src/domain/permissions.ts';
import { startServer } from '../../src/server/server.ts';
import { ServerStartError } from '../../src/server/start-error.ts';
import { openTestApp } from '../support/test-app.ts';
import { openHttpDoor } from './http-door.ts';

/** A path and body that reach the operation; what it then says does not matter here. */
const requestOf = (op: { url: string; hasBody: boolean }) => ({
  path: op.url.replace(/\{\w+\}/g, '999999'),
  request: op.hasBody ? { body: {} } : {},
});

describe('keys', () => {
  it('are needed for everything but what says who is there, the documents and the health', async () => {
    const door = await openHttpDoor();
    for (const [name, op] of allOperations()) {
      const { path, request } = requestOf(op);
      const answer = await door.send(op.method, path, { ...request, key: null });
      const isOpen = op.permission === 'public';
      expect([name, answer.status === 401]).toEqual([name, !isOpen]);
      if (isOpen) continue;
      expect([name, answer.json.code]).toEqual([name, 'unauthenticated']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(answer.json.detail).toEqual(expect.any(String));
    }
    for (const path of ['/health', '/openapi.json', '/docs']) expect((await door.send('GET', path, { key: null })).status).toBe(200);
    expect((await door.send('GET', '/api/v1/events', { key: null })).status).toBe(401);
  });

  it('that are unknown, revoked or of another kind open nothing', async () => {
    const door = await openHttpDoor();
    const made = await door.send('POST', '/api/v1/api-keys', { body: { name: 'Old', role: 'manager' } });
    expect(made.json).toMatchObject({ name: 'Old', role: 'manager', key: expect.stringMatching(/^philo_/) });
    const { key, id } = made.json as { key: string; id: number };
    expect((await door.send('GET', '/api/v1/items', { key })).status).toBe(200);
    const stored = JSON.stringify(door.app.pos.database.rows('SELECT * FROM api_keys'));
    expect(stored).not.toContain(key);
    expect((await door.send('GET', '/api/v1/api-keys')).text).not.toContain(key);
    await door.send('DELETE', `/api/v1/api-keys/${id}`);
    for (const authorization of [`Bearer ${key}`, 'Bearer nonsense', 'Bearer ', `Basic ${Buffer.from('a:b').toString('base64')}`, key]) {
      const answer = await door.send('GET', '/api/v1/items', { key: null, headers: { authorization } });
      expect([authorization, answer.status]).toEqual([authorization, 401]);
    }
    expect((await door.send('GET', '/api/v1/items', { key: null, headers: { authorization: `bearer ${door.key}` } })).status).toBe(200);
  });

  it('carry a role: every operation with every role', async () => {
    const door = await openHttpDoor();
    for (const role of ROLES) {
      const key = await door.keyOf(role);
      for (const [name, op] of allOperations()) {
        if (op.permission === 'public') continue;
        const { path, request } = requestOf(op);
        const { status } = await door.send(op.method, path, { ...request, key });
        expect([role, name, status === 403], op.permission).toEqual([role, name, !roleMay(role, op.permission)]);
        expect([name, status]).not.toEqual([name, 401]);
        expect(status).toBeLessThan(500);
      }
    }
  });

  it('name who did it in the audit', async () => {
    const door = await openHttpDoor();
    await door.send('POST', '/api/v1/categories', { body: { name: 'A' }, headers: { 'user-agent': 'Tester' } });
    const { json } = await door.send('GET', '/api/v1/audit-logs?entity_type=Category');
    expect(json.items).toMatchObject([
      {
        action: 'create',
        actor: 'API key: Test owner',
        door: 'http',
        ip_address: '127.0.0.1',
        user_agent: 'Tester',
        old_values: null,
        new_values: { name: 'A' },
      },
    ]);
  });
});

describe('the door without keys', () => {
  it('lets everybody in as the owner', async () => {
    const door = await openHttpDoor({ noAuth: true });
    expect((await door.send('POST', '/api/v1/categories', { key: null, body: { name: 'A' } })).status).toBe(201);
    expect((await door.send('GET', '/api/v1/session', { key: null })).json.person).toEqual({
      id: null,
      name: 'Open access',
      role: 'owner',
    });
    expect((await door.send('GET', '/api/v1/items', { key: 'of another shop' })).status).toBe(200);
    const kitchen = await door.keyOf('kitchen');
    expect((await door.send('POST', '/api/v1/categories', { key: kitchen, body: { name: 'B' } })).status).toBe(403);
  });

  it.each(['0.0.0.0', '192.168.1.5', 'example.org', '::'])('does not open on %s', async (host) => {
    const app = await openTestApp();
    await expect(startServer({ pos: app.pos, host, port: 0, noAuth: true })).rejects.toThrow(ServerStartError);
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('opens on %s', async (host) => {
    const app = await openTestApp();
    const server = await startServer({ pos: app.pos, host, port: 0, noAuth: true, rendererFolder: null });
    expect((await fetch(`${server.url}/api/v1/items`)).status).toBe(200);
    await server.close();
  });
});

it('says plainly that a port is in use', async () => {
  const door = await openHttpDoor();
  await expect(startServer({ pos: door.app.pos, port: door.server.port })).rejects.toThrow(
    `Port ${door.server.port} on 127.0.0.1 is in use`,
  );
});

describe('repeating a call', () => {
  it('with the same key gives the first answer again and changes nothing', async () => {
    const door = await openHttpDoor();
    const headers = { 'idempotency-key': 'abc' };
    const first = await door.send('POST', '/api/v1/categories', { body: { name: 'Once' }, headers });
    const again = await door.send('POST', '/api/v1/categories', { body: { name: 'Once' }, headers });
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect([again.status, again.headers.get('idempotency-replayed'), again.json]).toEqual([201, 'true', first.json]);
    expect((await door.send('GET', '/api/v1/categories')).json.total).toBe(1);
    const other = await door.send('POST', '/api/v1/categories', { body: { name: 'Other' }, headers });
    expect([other.status, other.json.code]).toEqual([409, 'idempotency_mismatch']);
    await door.app.reopen();
  });

  it('repeats refusals and PATCH too, and keeps amounts as they were', async () => {
    const door = await openHttpDoor();
    const { json: category } = await door.send('POST', '/api/v1/categories', { body: { name: 'C' } });
    const make = () =>
      door.send('POST', '/api/v1/items', {
        body: { category_id: category.id, name: 'I', price: 2.35 },
        headers: { 'idempotency-key': 'i' },
      });
    const item = await make();
    expect((await make()).json).toEqual(item.json);
    const patch = () => door.send('PATCH', `/api/v1/items/${item.json.id}`, { body: { price: 3.1 }, headers: { 'idempotency-key': 'p' } });
    expect((await patch()).json.price).toBe(3.1);
    await door.send('PATCH', `/api/v1/items/${item.json.id}`, { body: { price: 9 } });
    expect((await patch()).json.price).toBe(3.1);
    expect((await door.send('GET', `/api/v1/items/${item.json.id}`)).json.price).toBe(9);
    const refuse = () =>
      door.send('POST', '/api/v1/items', { body: { category_id: 999, name: 'I', price: 1 }, headers: { 'idempotency-key': 'r' } });
    expect((await refuse()).status).toBe(404);
    expect([(await refuse()).status, (await refuse()).headers.get('idempotency-replayed')]).toEqual([404, 'true']);
  });

  it('refuses a key that is too long', async () => {
    const door = await openHttpDoor();
    const answer = await door.send('POST', '/api/v1/categories', { body: { name: 'A' }, headers: { 'idempotency-key': 'x'.repeat(256) } });
    expect([answer.status, answer.json.detail[0].loc]).toEqual([422, ['header', 'idempotency-key']]);
    expect(
      (await door.send('POST', '/api/v1/categories', { body: { name: 'A' }, headers: { 'idempotency-key': 'x'.repeat(255) } })).status,
    ).toBe(201);
  });

  it('never keeps an answer that holds a secret', async () => {
    const door = await openHttpDoor();
    const made = await door.send('POST', '/api/v1/api-keys', { body: { name: 'K' }, headers: { 'idempotency-key': 'k' } });
    await door.send('POST', '/api/v1/session/owner', {
      body: { name: 'Ada', pin: '4821' },
      headers: { 'idempotency-key': 's' },
      key: null,
    });
    expect(JSON.stringify(door.app.pos.database.rows('SELECT * FROM idempotency_keys'))).not.toContain((made.json as { key: string }).key);
    expect(door.app.pos.database.rows('SELECT * FROM idempotency_keys')).toEqual([]);
  });
});

it("answers in the decimals of the shop's currency", async () => {
  const door = await openHttpDoor();
  const use = (currency: string) => door.app.call('settings.update', { currency }, systemCaller());
  const price = async (value: unknown) => {
    const { status, json } = await door.send('POST', '/api/v1/addons', { body: { name: `A${String(value)}`, price: value } });
    return status === 201 ? json.price : json.detail[0].type;
  };
  await use('KWD');
  expect(await price(1.005)).toBe(1.005);
  expect(await price(1.0005)).toBe('decimal_max_places');
  expect((await door.send('PATCH', '/api/v1/settings', { body: { tax_rate: 0.08875 } })).json.tax_rate).toBe(0.08875);
  expect((await door.send('PATCH', '/api/v1/settings', { body: { tax_rate: 1.5 } })).status).toBe(422);
});
