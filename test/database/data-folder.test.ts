import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DataFolderError } from '../../src/core/database/data-folder-error.ts';
import { Database } from '../../src/core/database/database.ts';
import { migrate } from '../../src/core/database/migrate.ts';
import { loadMigrations } from '../../src/core/database/migrations.ts';
import { openPos } from '../../src/core/app.ts';
import { openTestApp, tempFolder } from '../support/test-app.ts';

const now = '2026-03-02T12:00:00.000Z';

const faultOf = async (dataDir: string): Promise<DataFolderError> => {
  const opened = await openPos({ dataDir }).then(
    (pos) => pos.close().then(() => null),
    (error: unknown) => error,
  );
  if (!(opened instanceof DataFolderError)) throw new Error(`the folder opened, or failed otherwise: ${String(opened)}`);
  return opened;
};

describe('the data folder', () => {
  it('is WAL with every commit on disk, and survives a restart', async () => {
    const app = await openTestApp();
    const pragma = (name: string) => app.pos.database.raw.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
    await app.call('categories.create', { name: 'Drinks' });
    await app.reopen();
    expect((await app.call('categories.list', {})).items[0]?.name).toBe('Drinks');
  });

  it('has one writer: the second is told which process holds it, and the lock ends with the process', async () => {
    const app = await openTestApp({ what: 'a test' });
    const fault = await faultOf(app.dataDir);
    expect(fault.fault).toBe('in_use');
    expect(fault.message).toContain(`process ${process.pid} (a test, since ${now})`);
    await app.pos.close();
    // A process that dies without a word leaves nothing behind that locks.
    const script = `import { openPos } from ${JSON.stringify(join(process.cwd(), 'src/core/app.ts'))};
      await openPos({ dataDir: ${JSON.stringify(app.dataDir)}, inlineWorker: true }); process.kill(process.pid, 'SIGKILL');`;
    expect(() => execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: 'pipe' })).toThrow();
    await app.reopen();
  });

  it('refuses a lost database instead of starting empty', async () => {
    const app = await openTestApp();
    await app.pos.close();
    for (const file of readdirSync(app.dataDir)) if (file.startsWith('philo.db')) rmSync(join(app.dataDir, file));
    expect((await faultOf(app.dataDir)).fault).toBe('missing_database');
    expect(existsSync(join(app.dataDir, 'philo.db'))).toBe(false);
  });

  it('refuses damage, a foreign file and a newer database, and leaves them as they are', async () => {
    const damaged = tempFolder();
    writeFileSync(join(damaged, 'philo.db'), 'this is no database'.repeat(500));
    const foreign = tempFolder();
    new BetterSqlite3(join(foreign, 'philo.db')).exec('CREATE TABLE theirs (x)').close();
    const newer = tempFolder();
    await (await openPos({ dataDir: newer })).close();
    new BetterSqlite3(join(newer, 'philo.db')).exec('PRAGMA user_version = 9999').close();
    for (const [folder, fault] of [
      [damaged, 'damaged'],
      [foreign, 'foreign_database'],
      [newer, 'newer_database'],
    ] as const) {
      const before = readFileSync(join(folder, 'philo.db'));
      expect((await faultOf(folder)).fault).toBe(fault);
      expect(readFileSync(join(folder, 'philo.db')).equals(before)).toBe(true);
    }
  });
});

describe('migrations', () => {
  const open = () => Database.openWriter(join(tempFolder(), 'philo.db'));
  const next = (sql: string, version = loadMigrations().length + 1) => ({ version, name: `${version}_next.sql`, sql, checksum: sql });

  it('copy the file first when there is something to lose', () => {
    const database = open();
    const backupFolder = tempFolder();
    expect(migrate(database, loadMigrations(), { backupFolder, now }).backup).toBeNull();
    database.execute(
      "INSERT INTO staff (name, name_key, role, pin_hash, created_at, updated_at) VALUES ('Ann', 'ann', 'owner', '', '', '')",
    );
    const outcome = migrate(database, [...loadMigrations(), next('ALTER TABLE staff ADD COLUMN nickname TEXT')], { backupFolder, now });
    const copy = new BetterSqlite3(outcome.backup ?? '', { readonly: true });
    expect(copy.prepare('SELECT name FROM staff').pluck().all()).toEqual(['Ann']);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.row('SELECT nickname FROM staff')).toEqual({ nickname: null });
    copy.close();
    database.close();
  });

  it('leave nothing of one that fails, and refuse a history that is not theirs', () => {
    const database = open();
    const options = { backupFolder: tempFolder(), now };
    migrate(database, loadMigrations(), options);
    const from = database.raw.pragma('user_version', { simple: true });
    expect(() => migrate(database, [...loadMigrations(), next('CREATE TABLE half (x); SELECT nonsense')], options)).toThrow();
    expect(() => migrate(database, [...loadMigrations(), next('INSERT INTO sessions VALUES (1, 1, 1, 99, 1, 1, 1)')], options)).toThrow();
    expect(database.row("SELECT 1 FROM sqlite_master WHERE name = 'half'")).toBeUndefined();
    expect(database.raw.pragma('user_version', { simple: true })).toBe(from);
    const [first, ...rest] = loadMigrations();
    expect(() => migrate(database, [{ ...(first as NonNullable<typeof first>), checksum: 'other' }, ...rest], options)).toThrow(
      'different build',
    );
    database.close();
  });
});

describe('append-only tables', () => {
  it('refuse to be changed', async () => {
    const app = await openTestApp();
    await app.call('categories.create', { name: 'Drinks' });
    const { raw } = app.pos.database;
    expect(() => raw.exec("UPDATE audit_log SET actor = 'somebody else'")).toThrow('append-only');
    expect(() => raw.exec('DELETE FROM audit_log')).toThrow('append-only');
  });
});
