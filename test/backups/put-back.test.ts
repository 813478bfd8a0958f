import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openPos } from '../../src/core/app.ts';
import { dataFolderPaths } from '../../src/core/database/data-folder-paths.ts';
import { putBackUnchanged } from '../../src/core/modules/backups/index.ts';
import { callerWithRole, tempFolder } from '../support/test-app.ts';

const owner = callerWithRole('owner');

/** A shop with a customer, the backup of before an update, and another customer after it. */
const shopWithBackup = async () => {
  const dataDir = tempFolder();
  const pos = await openPos({ dataDir });
  await pos.dispatch('customers.create', { name: 'Before' }, owner);
  const { name, state, reason } = await pos.backupBeforeUpdate();
  expect([state, reason]).toEqual(['verified', 'before_update']);
  await pos.dispatch('customers.create', { name: 'After' }, owner);
  await pos.close();
  return { dataDir, name };
};

const customersIn = (dataDir: string): unknown[] => {
  const raw = new BetterSqlite3(dataFolderPaths(dataDir).database, { readonly: true });
  try {
    return raw.prepare('SELECT name FROM customers ORDER BY id').pluck().all();
  } finally {
    raw.close();
  }
};

const order = { now: '2026-03-02T12:00:00.000Z', version: '1.1.0' };

describe('the backup of before an update', () => {
  it('is put back byte by byte, and what was there becomes a backup', async () => {
    const { dataDir, name } = await shopWithBackup();
    const safety = await putBackUnchanged({ dataDir, name, ...order });
    expect(customersIn(dataDir)).toEqual(['Before']);
    const pos = await openPos({ dataDir });
    const list = await pos.dispatch('backups.list', {}, owner);
    expect(list).toMatchObject({ ok: true });
    expect(JSON.stringify(list)).toContain(`"${safety}"`);
    await pos.close();
  });

  it('is put back though the database of now cannot be read', async () => {
    const { dataDir, name } = await shopWithBackup();
    const file = dataFolderPaths(dataDir).database;
    const raw = new BetterSqlite3(file);
    raw.pragma('user_version = 9999');
    raw.close();
    await putBackUnchanged({ dataDir, name, ...order });
    expect(customersIn(dataDir)).toEqual(['Before']);
  });

  it('is refused where it was changed, is not there, or somebody has the folder open', async () => {
    const { dataDir, name } = await shopWithBackup();
    const pos = await openPos({ dataDir });
    await expect(putBackUnchanged({ dataDir, name, ...order })).rejects.toMatchObject({ fault: 'in_use' });
    await pos.close();
    await expect(putBackUnchanged({ dataDir, name: 'other.db', ...order })).rejects.toMatchObject({ code: 'not_found' });
    appendFileSync(join(dataFolderPaths(dataDir).backups, name), 'x');
    await expect(putBackUnchanged({ dataDir, name, ...order })).rejects.toMatchObject({ code: 'unsupported_file' });
    expect(customersIn(dataDir)).toEqual(['Before', 'After']);
  });
});
