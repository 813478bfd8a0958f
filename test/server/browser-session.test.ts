import { describe, expect, it } from 'vitest';
import { type HttpDoor, type HttpRequest, openHttpDoor } from './http-door.ts';

/** A browser: keeps the cookie, and knows the token of its page. */
const openBrowser = (door: HttpDoor) => {
  let cookie: string | undefined;
  let csrf: string | null = null;
  return {
    get cookie() {
      return cookie;
    },
    get csrf() {
      return csrf;
    },
    send: async (method: string, path: string, request: HttpRequest = {}) => {
      const answer = await door.send(method, path, {
        key: null,
        ...request,
        headers: { ...(cookie === undefined ? {} : { cookie }), ...(csrf === null ? {} : { 'x-csrf-token': csrf }), ...request.headers },
      });
      const set = answer.headers.get('set-cookie');
      if (set !== null) cookie = /Expires=Thu, 01 Jan 1970/.test(set) ? undefined : set.split(';')[0];
      if (path.startsWith('/api/v1/session') && answer.json && 'csrf_token' in answer.json) csrf = answer.json.csrf_token;
      return answer;
    },
  };
};

const firstOwner = { name: 'Ada', pin: '4821' };

describe('a browser session', () => {
  it('begins with the owner of an empty shop and ends with signing out', async () => {
    const door = await openHttpDoor();
    const browser = openBrowser(door);
    expect((await browser.send('GET', '/api/v1/session')).json).toMatchObject({
      person: null,
      needs_owner: true,
      permissions: [],
      csrf_token: null,
    });

    const made = await browser.send('POST', '/api/v1/session/owner', { body: firstOwner });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ token: null, person: { name: 'Ada', role: 'owner' }, csrf_token: expect.any(String) });
    const set = made.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^philo_session_\d+=ses_/);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(set).toContain(attribute);
    expect(made.text).not.toContain(browser.cookie?.split('=')[1]);

    expect((await browser.send('GET', '/api/v1/session')).json).toMatchObject({
      person: { name: 'Ada' },
      csrf_token: made.json.csrf_token,
    });
    expect((await browser.send('POST', '/api/v1/categories', { body: { name: 'A' } })).status).toBe(201);
    const before = browser.cookie;
    expect((await browser.send('DELETE', '/api/v1/session')).json).toMatchObject({ person: null, needs_owner: false });
    expect(browser.cookie).toBeUndefined();
    expect((await door.send('GET', '/api/v1/items', { key: null, headers: { cookie: before ?? '' } })).status).toBe(401);
    expect((await browser.send('POST', '/api/v1/session/owner', { body: firstOwner })).json.code).toBe('setup_done');
  });

  it('signs in with a PIN and not without', async () => {
    const door = await openHttpDoor();
    const browser = openBrowser(door);
    await browser.send('POST', '/api/v1/session/owner', { body: firstOwner });
    const { json } = await browser.send('DELETE', '/api/v1/session');
    const staffId = json.staff[0].id as number;
    const wrong = await browser.send('POST', '/api/v1/session', { body: { staff_id: staffId, pin: '0000' } });
    expect([wrong.status, wrong.json.code]).toEqual([401, 'wrong_pin']);
    expect(wrong.headers.get('set-cookie')).toBeNull();
    expect((await browser.send('POST', '/api/v1/session', { body: { staff_id: staffId, pin: 'abcd' } })).status).toBe(422);
    const right = await browser.send('POST', '/api/v1/session', { body: { staff_id: staffId, pin: '4821' } });
    expect([right.status, right.json.token, right.json.person.name]).toEqual([201, null, 'Ada']);
    expect((await browser.send('GET', '/api/v1/orders')).status).toBe(200);
  });

  it('changes nothing without the token of its page', async () => {
    const door = await openHttpDoor();
    const browser = openBrowser(door);
    await browser.send('POST', '/api/v1/session/owner', { body: firstOwner });
    for (const token of ['', 'x', `${browser.csrf}x`]) {
      for (const [method, path] of [
        ['POST', '/api/v1/categories'],
        ['PATCH', '/api/v1/settings'],
        ['DELETE', '/api/v1/items/1'],
        ['DELETE', '/api/v1/session'],
      ] as const) {
        const answer = await browser.send(method, path, {
          ...(method === 'DELETE' ? {} : { body: { name: 'A' } }),
          headers: { 'x-csrf-token': token },
        });
        expect([method, path, answer.status, answer.json.code]).toEqual([method, path, 403, 'csrf']);
      }
    }
    expect((await browser.send('GET', '/api/v1/items', { headers: { 'x-csrf-token': '' } })).status).toBe(200);
    expect((await browser.send('GET', '/api/v1/session')).json.person.name).toBe('Ada');
  });

  it('ends by itself', async () => {
    const door = await openHttpDoor();
    const browser = openBrowser(door);
    await browser.send('POST', '/api/v1/session/owner', { body: firstOwner });
    door.app.clock.advance(16 * 3_600_000);
    expect((await browser.send('GET', '/api/v1/items')).status).toBe(401);
  });
});

describe('guessing PINs', () => {
  it('is slowed down by address', async () => {
    const door = await openHttpDoor({ signInsPerMinute: 3 });
    const guess = () => door.send('POST', '/api/v1/session', { key: null, body: { staff_id: 1, pin: '0000' } });
    for (let tries = 0; tries < 3; tries += 1) expect((await guess()).status).toBe(401);
    const answer = await guess();
    expect([answer.status, answer.json.code]).toEqual([429, 'rate_limited']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.json.detail).toEqual(expect.stringContaining('Wait'));
    expect((await door.send('GET', '/api/v1/items')).status).toBe(200);
  });

  it('counts tries that are not even well formed, also for the first owner', async () => {
    const door = await openHttpDoor({ signInsPerMinute: 2 });
    const guess = () => door.send('POST', '/api/v1/session/owner', { key: null, raw: 'nonsense' });
    expect([(await guess()).status, (await guess()).status, (await guess()).status]).toEqual([422, 422, 429]);
  });
});
