import { describe, expect, it } from 'vitest';
import { nobody, systemCaller } from '../../src/core/kernel/caller.ts';
import { openTestApp } from '../support/test-app.ts';

const origin = { ip: null, userAgent: null };
const stranger = nobody('http');

describe('sessions', () => {
  it('start with an owner of an empty installation, once', async () => {
    const app = await openTestApp();
    expect(await app.call('session.get', {}, stranger)).toMatchObject({ person: null, needs_owner: true, permissions: [] });
    const owner = await app.call('session.createOwner', { name: 'Ann', pin: '4711' }, stranger);
    expect(owner).toMatchObject({ person: { name: 'Ann', role: 'owner' }, needs_owner: false });
    expect((await app.refusal('session.createOwner', { name: 'Eve', pin: '0000' }, stranger)).code).toBe('setup_done');
    const stored = app.pos.database.row<{ pin_hash: string }>('SELECT pin_hash FROM staff');
    expect(stored?.pin_hash).toMatch(/^scrypt\$/);
    expect(JSON.stringify(app.pos.database.rows('SELECT * FROM audit_log'))).not.toContain('4711');
  });

  it('need the right PIN, end with signing out, after a day, or when their door differs', async () => {
    const app = await openTestApp();
    await app.call('session.createOwner', { name: 'Ann', pin: '4711' }, stranger);
    expect((await app.refusal('session.signIn', { staff_id: 1, pin: '4712' }, stranger)).code).toBe('wrong_pin');
    expect((await app.refusal('session.signIn', { staff_id: 99, pin: '4711' }, stranger)).code).toBe('wrong_pin');
    const { token, csrf_token } = await app.call('session.signIn', { staff_id: 1, pin: '4711' }, stranger);
    const caller = app.pos.callerOfSession(token ?? '', 'http', origin);
    expect(caller).toMatchObject({ kind: 'staff', name: 'Ann', role: 'owner' });
    expect(app.pos.csrfTokenOf(caller?.sessionId ?? null)).toBe(csrf_token);
    expect(app.pos.callerOfSession(token ?? '', 'ipc', origin)).toBeNull();
    expect(app.pos.callerOfSession('ses_wrong', 'http', origin)).toBeNull();
    expect((await app.call('session.signOut', {}, caller ?? stranger)).person).toBeNull();
    expect(app.pos.callerOfSession(token ?? '', 'http', origin)).toBeNull();
    const again = await app.call('session.signIn', { staff_id: 1, pin: '4711' }, stranger);
    app.clock.advance(24 * 3_600_000);
    expect(app.pos.callerOfSession(again.token ?? '', 'http', origin)).toBeNull();
  });
});

describe('API keys', () => {
  it('are shown once, stored hashed, carry a role and can be revoked', async () => {
    const app = await openTestApp();
    const made = await app.call('keys.create', { name: 'website', role: 'cashier' });
    expect(app.pos.callerOfKey(made.key, origin)).toMatchObject({ kind: 'key', name: 'website', role: 'cashier' });
    expect(app.pos.callerOfKey(`${made.key}x`, origin)).toBeNull();
    const listed = await app.call('keys.list', {});
    expect(
      JSON.stringify([listed, app.pos.database.rows('SELECT * FROM api_keys'), app.pos.database.rows('SELECT * FROM audit_log')]),
    ).not.toContain(made.key);
    await app.call('keys.revoke', { key_id: made.id }, systemCaller());
    expect(app.pos.callerOfKey(made.key, origin)).toBeNull();
    expect((await app.refusal('keys.revoke', { key_id: 99 })).code).toBe('not_found');
  });
});
