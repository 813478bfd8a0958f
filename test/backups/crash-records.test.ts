import { readdirSync, writeFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dismissCrash, latestCrash, writeCrashRecord } from '../../src/core/modules/backups/index.ts';
import { tempFolder } from '../support/test-app.ts';

const at = (minute: number): string => `2026-03-02T12:${String(minute).padStart(2, '0')}:00.000Z`;

describe('the record of a fault', () => {
  it('says what and where, and nothing that people wrote', () => {
    const dataDir = tempFolder();
    mkdirSync(join(dataDir, 'logs'));
    writeFileSync(
      join(dataDir, 'logs', 'desktop.log'),
      `${JSON.stringify({ time: at(0), level: 'warn', operation: 'orders.create', msg: 'Grace Hopper', note: 'no milk' })}\n`,
    );
    const error = new TypeError('Cannot read the phone 555-0100 of Grace Hopper');
    writeCrashRecord(dataDir, { at: at(1), kind: 'program', version: '1.0.0', error });
    writeCrashRecord(dataDir, { at: at(2), kind: 'screens', version: '1.0.0', reason: 'Grace Hopper', exitCode: 5 });
    const [first, second] = readdirSync(join(dataDir, 'crashes'))
      .sort()
      .map((name) => readFileSync(join(dataDir, 'crashes', name), 'utf8'));
    expect(JSON.parse(first ?? '')).toMatchObject({ kind: 'program', program_version: '1.0.0', error: { name: 'TypeError' } });
    expect(JSON.parse(first ?? '').error.at[0]).toContain('crash-records.test.ts');
    expect(JSON.parse(first ?? '').log).toEqual([{ time: at(0), level: 'warn', operation: 'orders.create' }]);
    expect(JSON.parse(second ?? '')).toMatchObject({ reason: null, exit_code: 5 });
    expect(`${first}${second}`).not.toMatch(/Grace|555|milk/);
  });

  it('is offered until somebody has taken note, and the next one again', () => {
    const dataDir = tempFolder();
    expect(latestCrash(dataDir)).toBeNull();
    writeCrashRecord(dataDir, { at: at(1), kind: 'hang', version: '1.0.0' });
    expect(latestCrash(dataDir)).toEqual({ at: at(1), kind: 'hang' });
    dismissCrash(dataDir);
    expect(latestCrash(dataDir)).toBeNull();
    writeCrashRecord(dataDir, { at: at(2), kind: 'screens', version: '1.0.0', reason: 'oom' });
    expect(latestCrash(dataDir)).toEqual({ at: at(2), kind: 'screens' });
  });

  it('is kept of the last ten only', () => {
    const dataDir = tempFolder();
    for (let minute = 0; minute < 14; minute += 1) writeCrashRecord(dataDir, { at: at(minute), kind: 'screens', version: '1.0.0' });
    const names = readdirSync(join(dataDir, 'crashes')).sort();
    expect([names.length, names[0]]).toEqual([10, 'crash-2026-03-02T12-04-00-000Z.json']);
  });
});
