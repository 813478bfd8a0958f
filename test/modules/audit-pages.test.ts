import { expect, test } from 'vitest';
import type { InputOf } from '../../src/contract/index.ts';
import { openTestApp } from '../support/test-app.ts';

const ROWS = 26_000;

/** Rows as years of trade leave them: a person of few acts, one of many, acts that somebody allowed. */
const MANY_ROWS = `INSERT INTO audit_log (timestamp, business_date, entity_type, entity_id, action, actor, approved_by, door, hash)
  WITH RECURSIVE k (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < ${ROWS})
  SELECT '2026-01-01T00:00:00.000Z', date('2026-01-01', (i / 100) || ' days'), CASE WHEN i % 9 = 0 THEN 'Shift' ELSE 'Order' END, i / 3,
    CASE WHEN i % 3 = 0 THEN 'update' ELSE 'create' END, CASE WHEN i % 500 = 0 THEN 'Rare' ELSE 'Often' END, CASE WHEN i % 7 = 0 THEN 'Rare' END, 'ipc', 'x'
  FROM k`;

const FILTERS: readonly (readonly [sql: string, input: InputOf<'audit.list'>])[] = [
  ['1', {}],
  ["actor = 'Often' OR approved_by = 'Often'", { person: 'Often' }],
  ["actor = 'Rare' OR approved_by = 'Rare'", { person: 'Rare' }],
  ['0', { person: 'Nobody' }],
  ["entity_type = 'Order'", { entity_type: 'Order' }],
  ["entity_type = 'Shift' AND action = 'create'", { entity_type: 'Shift', action: 'create' }],
  ["entity_type = 'Order' AND entity_id = 12", { entity_type: 'Order', entity_id: 12 }],
  ["action = 'update'", { action: 'update' }],
  ["business_date BETWEEN '2026-01-05' AND '2026-09-01'", { start_date: '2026-01-05', end_date: '2026-09-01' }],
  [
    "(actor = 'Rare' OR approved_by = 'Rare') AND action = 'create' AND business_date >= '2026-03-01'",
    { person: 'Rare', action: 'create', start_date: '2026-03-01' },
  ],
];

test('every page of every filter is what stands there, newest first, from whichever end it is read', { timeout: 60_000 }, async () => {
  const app = await openTestApp();
  const { raw } = app.pos.database;
  raw.exec(MANY_ROWS);
  for (const [sql, input] of FILTERS) {
    const ids = raw.prepare<[], number>(`SELECT id FROM audit_log WHERE ${sql} ORDER BY id DESC`).pluck().all();
    const pages = Math.ceil(ids.length / 40);
    for (const page of new Set([1, 2, Math.ceil(pages / 2), Math.ceil(pages / 2) + 1, pages - 1, pages, pages + 1].filter((n) => n > 0))) {
      const answer = await app.call('audit.list', { ...input, page, per_page: 40 });
      expect([input, page, answer.total, answer.items.map((row) => row.id)]).toEqual([
        input,
        page,
        ids.length,
        ids.slice((page - 1) * 40, page * 40),
      ]);
    }
  }
  // Each filter is answered by an index that holds all that it asks for.
  const plan = (where: string) =>
    raw
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT count(*) FROM audit_log WHERE ${where}`)
      .all()
      .map((row) => row.detail)
      .join();
  expect(plan("actor = 'Rare' OR approved_by = 'Rare'")).toMatch(/audit_log_actor.*audit_log_approver/);
  expect(plan("entity_type = 'Shift' AND +action = 'create'")).toMatch(/COVERING INDEX audit_log_thing/);
  expect(plan("business_date >= '2026-01-05'")).toMatch(/COVERING INDEX audit_log_date/);
});
