import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { verifyDatabase } from '../../src/core/modules/verification/index.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, tempFolder } from '../support/test-app.ts';

vi.setConfig({ testTimeout: 180_000 });

/** Restores in a process of its own that ends itself, with no chance to tidy up, when the step is on disk. */
const restoreAndDie = (dataDir: string, source: string, step: string) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { restoreIntoFolder } from ${JSON.stringify(new URL('../../src/core/modules/backups/index.ts', import.meta.url).href)};
       await restoreIntoFolder({ source: ${JSON.stringify(source)}, dataDir: ${JSON.stringify(dataDir)}, now: '2026-03-02T13:00:00.000Z',
         programVersion: '1.0.0', carryOut: true, onStep: (step) => { if (step === ${JSON.stringify(step)}) process.kill(process.pid, 'SIGKILL'); } });`,
    ],
    { encoding: 'utf8' },
  );

test('killed at any step, the folder has the old shop or the restored one, whole', async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  const sell = () => app.call('orders.create', { items: [{ item_id: menu.tea.id }] });
  await sell();
  const { name } = await app.call('backups.create', {});
  await sell();
  await sell();
  await app.pos.close();

  for (const [step, orders] of [
    ['staged', 3],
    ['decided', 1],
    ['old one moved', 1],
    ['new one in place', 1],
    ['secret in place', 1],
    ['never', 1],
  ] as const) {
    const dataDir = join(tempFolder(), 'shop');
    cpSync(app.dataDir, dataDir, { recursive: true });
    const died = restoreAndDie(dataDir, join(dataDir, 'backups', name), step);
    expect([step, died.signal, died.stderr]).toEqual([step, step === 'never' ? null : 'SIGKILL', '']);
    const after = await openTestApp({ dataDir });
    expect([step, (await after.call('orders.list', {})).total]).toEqual([step, orders]);
    expect([step, verifyDatabase(after.pos.database).checks.filter((check) => !check.ok)]).toEqual([step, []]);
    expect(existsSync(join(dataDir, 'incoming.db'))).toBe(false);
    expect(existsSync(join(dataDir, 'replacement.json'))).toBe(false);
    // What was there before is a backup that can be gone back to.
    const safety = (await after.call('backups.list', {})).items.filter((one) => one.reason === 'before_restore');
    expect([step, safety.length]).toEqual([step, step === 'staged' ? 0 : 1]);
    for (const one of safety) {
      await after.call('backups.restore', { backup_name: one.name, confirm: 'RESTORE' });
      expect([step, (await after.call('orders.list', {})).total]).toEqual([step, 3]);
    }
    await after.pos.close();
    expect(readdirSync(dataDir).filter((file) => /incoming|partial|replacement/.test(file))).toEqual([]);
  }
});
