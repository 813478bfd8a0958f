import type { IpcMainInvokeEvent } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '../../src/contract/events.ts';
import type { Answer } from '../../src/contract/errors.ts';
import { type IpcClient, openIpcClient } from '../support/ipc-client.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

let shop: TestApp;
let client: IpcClient;

const signInAsOwner = () => client.pos.call('session.createOwner', { name: 'Ada', pin: '4821' });
const codeOf = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.error.code);

beforeEach(async () => {
  shop = await openTestApp();
  client = await openIpcClient(shop.pos);
});

afterEach(() => client.close());

describe('the bridge', () => {
  it('offers call and on, and nothing else', () => {
    expect(Object.keys(client.pos).sort()).toEqual(['call', 'on']);
  });

  it('refuses events that are not in the contract', () => {
    expect(() => client.pos.on('__proto__' as never, () => {})).toThrow(TypeError);
    expect(() => client.pos.on('change', 'no function' as never)).toThrow(TypeError);
  });

  it("brings changes without Electron's event, until told to stop", async () => {
    await signInAsOwner();
    const seen: unknown[][] = [];
    const stop = client.pos.on('change', (...args: ChangeEvent[]) => seen.push(args));
    await client.pos.call('customers.create', { name: 'Grace' });
    expect(seen).toEqual([[{ topic: 'customers', action: 'create', id: 1, at: expect.any(String) }]]);
    stop();
    await client.pos.call('customers.create', { name: 'Edith' });
    expect(seen).toHaveLength(1);
  });
});

describe('calls', () => {
  it("are nobody's before signing in", async () => {
    expect(codeOf(await client.pos.call('orders.list', {}))).toBe('unauthenticated');
    expect(codeOf(await client.pos.call('session.get', {}))).toBe('ok');
  });

  it('take exact types only', async () => {
    await signInAsOwner();
    expect(codeOf(await client.pos.call('shifts.open', { opening_cash: '100' }))).toBe('invalid_input');
    expect(codeOf(await client.pos.call('shifts.open', { opening_cash: 100.5 }))).toBe('invalid_input');
    expect(codeOf(await client.pos.call('shifts.open', { opening_cash: true }))).toBe('invalid_input');
    expect(codeOf(await client.pos.call('shifts.open', { opening_cash: 100 }))).toBe('ok');
  });

  it.each([['nothing.known'], ['__proto__'], ['constructor'], ['toString'], ['']])(
    'of the unknown operation "%s" are refused',
    async (name) => {
      expect(codeOf(await client.pos.call(name, {}))).toBe('route_not_found');
    },
  );

  it.each([[undefined], [null], [7], [{}], [['orders.list']]])('with %j in place of a name are refused', async (name) => {
    expect(codeOf(await client.pos.call(name as never, {}))).toBe('invalid_input');
  });

  it.each([
    ['x'],
    [{ idempotencyKey: '' }],
    [{ idempotencyKey: 5 }],
    [{ idempotencyKey: 'x'.repeat(256) }],
    [{ approval: 7 }],
    [{ approval: { staff_id: '1', pin: '1234' } }],
    [{ approval: { staff_id: 1 } }],
  ])('with the options %j are refused', async (options) => {
    await signInAsOwner();
    expect(codeOf(await client.pos.call('orders.list', {}, options as never))).toBe('invalid_input');
  });

  it('with a key named __proto__ change no prototype and are taken as the plain key it is', async () => {
    await signInAsOwner();
    const input = JSON.parse('{"name":"Mallory","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown;
    expect(codeOf(await client.pos.call('customers.create', input))).toBe('ok');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('with an idempotency key are done once', async () => {
    await signInAsOwner();
    const first = await client.pos.call('customers.create', { name: 'Grace' }, { idempotencyKey: 'k1' });
    expect(await client.pos.call('customers.create', { name: 'Grace' }, { idempotencyKey: 'k1' })).toEqual(first);
    const list = await client.pos.call('customers.list', {});
    expect(list).toMatchObject({ ok: true, value: { total: 1 } });
  });

  it('bring files as bytes', async () => {
    await signInAsOwner();
    await client.pos.call('shifts.open', { opening_cash: 0 });
    const answer = await client.pos.call('shifts.reportPdf', { shift_id: 1 });
    expect(answer.ok && answer.value).toBeInstanceOf(Uint8Array);
  });
});

describe('the session', () => {
  it('stays in the main process: the page gets no token', async () => {
    const made = await signInAsOwner();
    expect(made).toMatchObject({ ok: true, value: { token: null, person: { name: 'Ada', role: 'owner' } } });
    await client.pos.call('session.signOut', {});
    const again = await client.pos.call('session.signIn', { staff_id: 1, pin: '4821' });
    expect(again).toMatchObject({ ok: true, value: { token: null, csrf_token: null } });
  });

  it('leaves no token and no API key behind in the kept answers', async () => {
    await client.pos.call('session.createOwner', { name: 'Ada', pin: '4821' }, { idempotencyKey: 'sign-in' });
    await client.pos.call('session.signIn', { staff_id: 1, pin: '4821' }, { idempotencyKey: 'again' });
    const made = await client.pos.call('keys.create', { name: 'Web shop' }, { idempotencyKey: 'key' });
    const kept = shop.pos.database.rows<{ all: string }>('SELECT coalesce(group_concat(answer), \'\') AS "all" FROM idempotency_keys');
    expect(kept[0]?.all).not.toContain('ses_');
    const { key } = (made as { value: { key: string } }).value;
    expect(key.length).toBeGreaterThan(20);
    expect(kept[0]?.all).not.toContain(key);
  });

  it('ends with signing out', async () => {
    await signInAsOwner();
    expect(codeOf(await client.pos.call('orders.list', {}))).toBe('ok');
    await client.pos.call('session.signOut', {});
    expect(codeOf(await client.pos.call('orders.list', {}))).toBe('unauthenticated');
  });

  it('ends with its window', async () => {
    await signInAsOwner();
    client.closeWindow();
    expect(codeOf(await client.pos.call('orders.list', {}))).toBe('foreign_origin');
  });

  it('keeps a wrong PIN out', async () => {
    await signInAsOwner();
    await client.pos.call('session.signOut', {});
    expect(codeOf(await client.pos.call('session.signIn', { staff_id: 1, pin: '0000' }))).toBe('wrong_pin');
    expect(codeOf(await client.pos.call('orders.list', {}))).toBe('unauthenticated');
  });
});

describe('who may call', () => {
  const as = (change: object) => ({ ...client.event, ...change }) as unknown as IpcMainInvokeEvent;
  const frame = (url: string, parent: object | null = null) => ({ senderFrame: { url, parent } });

  it.each([
    ['another site', 'https://evil.example/index.html'],
    ['an address that only begins like ours', 'app://pos.evil.example/index.html'],
    ['our host name under another scheme', 'https://pos/index.html'],
    ['a file', 'file:///index.html'],
    ['no address', ''],
    ['about:blank', 'about:blank'],
  ])('not %s', async (_what, url) => {
    await signInAsOwner();
    expect(codeOf((await client.invokeAs(as(frame(url)), 'orders.list', {})) as Answer<unknown>)).toBe('foreign_origin');
  });

  it('not a frame inside our page, even from our address', async () => {
    await signInAsOwner();
    const inside = as(frame('app://pos/index.html', { url: 'app://pos/index.html' }));
    expect(codeOf((await client.invokeAs(inside, 'orders.list', {})) as Answer<unknown>)).toBe('foreign_origin');
  });

  it('not a page that is gone', async () => {
    expect(codeOf((await client.invokeAs(as({ senderFrame: null }), 'session.get', {})) as Answer<unknown>)).toBe('foreign_origin');
  });

  it('not a window that we did not make', async () => {
    const other = as({ sender: { id: client.event.sender.id } });
    expect(codeOf((await client.invokeAs(other, 'session.get', {})) as Answer<unknown>)).toBe('foreign_origin');
  });
});
