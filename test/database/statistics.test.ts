import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolderPaths } from '../../src/core/database/data-folder-paths.ts';
import { Database } from '../../src/core/database/database.ts';
import { migrate } from '../../src/core/database/migrate.ts';
import { loadMigrations } from '../../src/core/database/migrations.ts';
import { tempFolder } from '../support/test-app.ts';

const AT = '2026-03-01T10:00:00.000Z';

test('new indexes of a table that SQLite has counted do not make it read and sort the whole table for its newest row', () => {
  const dataDir = tempFolder();
  const { backups } = dataFolderPaths(dataDir);
  mkdirSync(backups, { recursive: true });
  const file = join(dataDir, 'philo.db');
  const database = Database.openWriter(file);
  migrate(database, loadMigrations().slice(0, 5), { backupFolder: backups, now: AT });
  const insert = `INSERT INTO audit_log (timestamp, business_date, entity_type, entity_id, action, actor, door, hash)
    VALUES ('${AT}', '2026-03-01', 'Order', 1, 'create', 'Ann', 'ipc', 'x')`;
  for (let row = 0; row < 70; row += 1) database.execute(insert);
  database.raw.exec('ANALYZE');
  migrate(database, loadMigrations(), { backupFolder: backups, now: AT });
  database.close();

  const again = Database.openWriter(file);
  const plan = again.raw
    .prepare<[], { detail: string }>('EXPLAIN QUERY PLAN SELECT timestamp FROM audit_log ORDER BY id DESC LIMIT 1')
    .all();
  expect(plan.map((step) => step.detail)).toEqual(['SCAN audit_log']);
  again.close();
});
