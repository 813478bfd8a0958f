import { describe, expect, it } from 'vitest';
import { allOperations, findOperation, type OperationName } from '../../src/contract/index.ts';
import { requestOf } from '../../src/contract/wire.ts';
import { ROLES } from '../../src/domain/permissions.ts';
import { addPeople, type Person } from '../support/people.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole } from '../support/test-app.ts';
import { type HttpDoor, openHttpDoor } from './http-door.ts';
import { type ActIds, WHO_MAY, WHO_MAY_ACT } from './who-may.ts';

const REFUSED = ['unauthenticated', 'forbidden', 'approval_needed'];

/** A letter of the table: what the answer to this call says about who may make it. */
const letterOf = (role: string, code: string | undefined): string =>
  code === 'forbidden'
    ? '-'
    : code === 'approval_needed'
      ? (role[0] ?? '')
      : code === 'unauthenticated'
        ? '?'
        : (role[0] ?? '').toUpperCase();

const pathOf = (url: string) => url.replace(/\{\w+\}/g, '999999');

describe('every operation with every role', () => {
  it('is in the table, and those that everybody may call are so on purpose', () => {
    const open = allOperations().filter(([, op]) => op.permission === 'public');
    expect(open.map(([name]) => name).sort()).toEqual(
      Object.keys(WHO_MAY)
        .filter((name) => WHO_MAY[name as OperationName] === '****')
        .sort(),
    );
    expect(Object.keys(WHO_MAY).sort()).toEqual(
      allOperations()
        .map(([name]) => name)
        .sort(),
    );
  });

  it('through the desktop’s door, by people who signed in', async () => {
    const door = await openHttpDoor();
    const people = await addPeople(door.app);
    for (const [name, op] of allOperations()) {
      if (op.permission === 'public') continue;
      const letters = [];
      for (const role of ROLES) {
        // Inputs are looked at after the permission, so an empty one shows who is let in, and changes nothing.
        const answer = await door.app.answer(name, { note: 'walk' }, people[role].caller());
        letters.push(letterOf(role, answer.ok ? undefined : answer.error.code));
      }
      expect([name, letters.join('')]).toEqual([name, WHO_MAY[name]]);
      expect(await door.app.answer(name, {}, callerWithRole(null))).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    }
  });

  it('through HTTP, by keys', async () => {
    const door = await openHttpDoor();
    const keys = await Promise.all(ROLES.map(async (role) => [role, await door.keyOf(role)] as const));
    for (const [name, op] of allOperations()) {
      const request = op.hasBody ? { body: {} } : {};
      if (op.permission === 'public') continue;
      const letters = [];
      for (const [role, key] of keys) {
        const { json } = await door.send(op.method, pathOf(op.url), { ...request, key });
        letters.push(letterOf(role, json?.code));
      }
      expect([name, letters.join('')]).toEqual([name, WHO_MAY[name]]);
      expect((await door.send(op.method, pathOf(op.url), { ...request, key: null })).status).toBe(401);
    }
  });

  it('through HTTP, by browser sessions', async () => {
    const door = await openHttpDoor();
    const people = await addPeople(door.app);
    const browsers = await Promise.all(ROLES.map(async (role) => [role, await openBrowser(door, people[role])] as const));
    for (const [name, op] of allOperations()) {
      if (op.permission === 'public') continue;
      const letters = [];
      for (const [role, headers] of browsers) {
        const { json } = await door.send(op.method, pathOf(op.url), { ...(op.hasBody ? { body: {} } : {}), key: null, headers });
        letters.push(letterOf(role, json?.code));
      }
      expect([name, letters.join('')]).toEqual([name, WHO_MAY[name]]);
    }
  });
});

const openBrowser = async (door: HttpDoor, person: Person): Promise<Record<string, string>> => {
  const answer = await door.send('POST', '/api/v1/session', { key: null, body: { staff_id: person.id, pin: person.pin } });
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', 'x-csrf-token': answer.json.csrf_token };
};

/** A shop in the middle of its day, for one act: nothing that another role did is in the way. */
const openShop = async () => {
  const door = await openHttpDoor();
  const { app } = door;
  const menu = await addSmallMenu(app);
  await app.call('settings.update', { discount_cap_cashier: 200_000, discount_cap_manager: 500_000, over_short_comment_above: 0 });
  // One person is enough: each PIN that is hashed takes its time.
  const pin = '9001';
  const { id: owner } = await app.call('staff.create', { name: 'The owner', role: 'owner', pin });
  const approval = { 'x-approval-staff': String(owner), 'x-approval-pin': pin };
  const { id: shift } = await app.call('shifts.open', { opening_cash: 100 });
  const place = () => app.call('orders.create', { items: [{ item_id: menu.latte.id }] });
  const [pending, preparing, completed] = [await place(), await place(), await place()];
  await app.call('orders.setStatus', { order_id: preparing.id, status: 'preparing' });
  for (const status of ['preparing', 'ready', 'completed'] as const) await app.call('orders.setStatus', { order_id: completed.id, status });
  await app.call('prints.make', { document: 'receipt', document_id: completed.id });
  const ids: ActIds = {
    item: menu.latte.id,
    pending: pending.id,
    preparing: preparing.id,
    completed: completed.id,
    total: completed.total,
    shift,
  };
  return { door, approval, ids };
};

/** As letterOf, for acts whose input is complete: any other refusal is a fault of the test's shop. */
const strictLetterOf = (role: string, code: string | undefined): string =>
  code === undefined || REFUSED.includes(code) ? letterOf(role, code) : `(${code})`;

describe('acts that depend on what is asked', () => {
  it.each(WHO_MAY_ACT)('%s', async (_act, name, input, who) => {
    const op = findOperation(name);
    if (!op) throw new Error(name);
    const found: [desktop: string, http: string, withPin: string][] = [];
    for (const role of ROLES) {
      const shop = await openShop();
      const first = await shop.door.app.answer(name, input(shop.ids), callerWithRole(role));

      const { door, approval, ids } = await openShop();
      const { method, url, body } = requestOf(op, input(ids), 2);
      const key = await door.keyOf(role);
      const send = (headers = {}) =>
        door.send(method, url, {
          key,
          ...(body === undefined ? {} : { raw: body }),
          headers: { 'content-type': 'application/json', ...headers },
        });
      const answer = await send();
      const code: string | undefined = answer.json?.code;
      const again = code === undefined ? answer : await send(approval);
      const [row] = (await door.app.call('audit.list', { per_page: 1 })).items;
      found.push([
        strictLetterOf(role, first.ok ? undefined : first.error.code),
        strictLetterOf(role, code),
        again.status < 300 ? `${row?.actor} with ${row?.approved_by ?? 'nobody'}` : String(again.json.code),
      ]);
    }
    // With the owner's PIN what somebody may only not do alone is done, and both names are kept.
    const withPin = (role: string, letter: string): string =>
      letter === '-' ? 'forbidden' : `API key: Test ${role} with ${letter === letter.toUpperCase() ? 'nobody' : 'The owner'}`;
    expect(found).toEqual(ROLES.map((role, index) => [who[index], who[index], withPin(role, who[index] ?? '')]));
  });
});

describe('the PIN that comes with a request', () => {
  it('is checked for its form, never echoed, and a wrong one says so', async () => {
    const { door, approval, ids } = await openShop();
    const key = await door.keyOf('cashier');
    const send = (headers: Record<string, string>) =>
      door.send('POST', `/api/v1/orders/${ids.completed}/refunds`, { key, body: { reason: 'x' }, headers });
    const staff = approval['x-approval-staff'];
    for (const [headers, loc] of [
      [{ 'x-approval-staff': staff }, 'x-approval-pin'],
      [{ 'x-approval-pin': '9001' }, 'x-approval-staff'],
      [{ 'x-approval-staff': 'me', 'x-approval-pin': '9001' }, 'x-approval-staff'],
      [{ 'x-approval-staff': staff, 'x-approval-pin': '9001xx' }, 'x-approval-pin'],
    ] as const) {
      const answer = await send(headers);
      expect([answer.status, answer.json.detail.map((issue: { loc: string[] }) => issue.loc)]).toEqual([422, [['header', loc]]]);
      expect(answer.text).not.toContain('9001');
    }
    const wrong = await send({ 'x-approval-staff': staff, 'x-approval-pin': '0000' });
    expect([wrong.status, wrong.json.code]).toEqual([401, 'wrong_pin']);
    const right = await send(approval);
    expect([right.status, right.json]).toMatchObject([201, { made_by: 'API key: Test cashier', approved_by: 'The owner' }]);
  });

  it('is limited like signing in, over HTTP too', async () => {
    const { door, approval, ids } = await openShop();
    const key = await door.keyOf('cashier');
    const guess = (pin: string) =>
      door.send('POST', `/api/v1/orders/${ids.completed}/refunds`, {
        key,
        body: { reason: 'x' },
        headers: { ...approval, 'x-approval-pin': pin },
      });
    const answers = [];
    for (let pin = 1000; pin < 1007; pin += 1) answers.push((await guess(String(pin))).json.code);
    expect(answers).toEqual([...Array<string>(5).fill('wrong_pin'), 'locked_out', 'locked_out']);
    expect((await guess(approval['x-approval-pin'])).status).toBe(429);
    // Signing in meets the same lock.
    const signIn = await door.send('POST', '/api/v1/session', {
      key: null,
      body: { staff_id: Number(approval['x-approval-staff']), pin: approval['x-approval-pin'] },
    });
    expect([signIn.status, signIn.json.code]).toEqual([429, 'locked_out']);
  });
});
