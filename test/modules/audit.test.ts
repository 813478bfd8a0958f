import { describe, expect, it } from 'vitest';
import { callerWithRole, openTestApp } from '../support/test-app.ts';

const shopWithChanges = async () => {
  const app = await openTestApp();
  const { id } = await app.call('categories.create', { name: 'Drinks' });
  await app.call('items.create', { category_id: id, name: '=Tea', price: 325 }, callerWithRole('manager'));
  app.clock.advance(86_400_000);
  await app.call('items.update', { item_id: 1, price: 350 }, callerWithRole('manager'));
  return app;
};

describe('the audit', () => {
  it('is narrowed by thing, act, person and day', async () => {
    const app = await shopWithChanges();
    const rows = async (filters: object) =>
      (await app.call('audit.list', filters)).items.map(({ entity_type: type, action }) => `${type} ${action}`);
    expect(await rows({ person: 'Test manager' })).toEqual(['Item update', 'Item create']);
    expect(await rows({ person: 'Test manager', start_date: '2026-03-03' })).toEqual(['Item update']);
    expect(await rows({ entity_type: 'Item', entity_id: 1, action: 'create' })).toEqual(['Item create']);
    expect(await rows({ person: 'Nobody at all' })).toEqual([]);
  });

  it('tells what there is to choose from', async () => {
    const app = await shopWithChanges();
    const choices = await app.call('audit.choices', {});
    expect(choices.entity_types).toEqual(['Category', 'Item']);
    expect(choices.actions).toEqual(['create', 'update']);
    expect(choices.people).toContain('Test manager');
  });

  it('gives one row with its values before and after', async () => {
    const app = await shopWithChanges();
    const [row] = (await app.call('audit.list', { action: 'update' })).items;
    const read = await app.call('audit.get', { audit_id: row?.id ?? 0 });
    expect(read).toEqual(row);
    expect(read).toMatchObject({ old_values: { price: 325 }, new_values: { price: 350 }, actor: 'Test manager' });
    expect((await app.refusal('audit.get', { audit_id: 999 })).code).toBe('not_found');
  });

  it('is exported as the filters leave it, with no cell that begins a formula', async () => {
    const app = await shopWithChanges();
    await app.call('categories.create', { name: 'Cakes' }, { ...callerWithRole('owner'), name: '=1+1' });
    const text = new TextDecoder().decode(await app.call('audit.export', { entity_type: 'Category' }));
    const lines = text.trim().split('\r\n');
    expect(lines[0]).toMatch(/^id,timestamp,business_date,actor/);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("'=1+1");
  });
});

describe('the chain', () => {
  const wholly = async (app: Awaited<ReturnType<typeof openTestApp>>, limit: number) => {
    const faults: string[] = [];
    let checked = 0;
    for (let after = 0, complete = false; !complete; ) {
      const piece = await app.call('audit.verify', { after_id: after, limit });
      faults.push(...piece.faults.map(({ message }) => message));
      checked += piece.checked;
      ({ last_id: after, complete } = piece);
    }
    return { checked, faults };
  };

  it('is verified in pieces of any size', async () => {
    const app = await shopWithChanges();
    const { total } = await app.call('audit.list', {});
    expect(total).toBe(3);
    for (const limit of [1, 2, 3, 100]) expect(await wholly(app, limit)).toEqual({ checked: total, faults: [] });
  });

  it('shows an edit, a missing row and a cut end, whatever the pieces', async () => {
    const app = await shopWithChanges();
    const { raw } = app.pos.database;
    raw.exec('DROP TRIGGER audit_log_no_update; DROP TRIGGER audit_log_no_delete;');
    raw.exec("UPDATE audit_log SET actor = 'Somebody else' WHERE id = 2");
    for (const limit of [1, 2, 100]) expect((await wholly(app, limit)).faults).toEqual(['row 2 was changed, or the row before it']);
    raw.exec('DELETE FROM audit_log WHERE id = 2');
    for (const limit of [1, 2, 100]) expect((await wholly(app, limit)).faults).toEqual(['row 2 is missing']);
    raw.exec('DELETE FROM audit_log WHERE id = 3');
    for (const limit of [1, 100]) expect((await wholly(app, limit)).faults).toEqual(['2 rows at the end are missing: 3 were written']);
  });
});
