import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesktopLog } from '../../src/main/desktop-log.ts';
import { tempFolder } from '../support/temp-folder.ts';

let folder: ReturnType<typeof tempFolder>;
const logs = (): string => join(folder.path, 'logs');

beforeEach(() => {
  folder = tempFolder();
});

afterEach(() => folder.remove());

it('removes what is too old when it is opened: a till that is switched off each night never rolls', async () => {
  mkdirSync(logs());
  for (let day = 1; day <= 9; day += 1) writeFileSync(join(logs(), `desktop.2026-01-0${day}.1.log`), 'old\n');
  writeFileSync(join(logs(), 'desktop.2026-01-09.2.log'), 'old\n');
  writeFileSync(join(logs(), 'serve.log'), 'of another program\n');
  const log = await openDesktopLog(logs(), { files: 4, fileSize: '10m' });
  log.info({}, 'begins');
  log.close();
  await expect.poll(() => readdirSync(logs()).filter((name) => !name.includes('2026-01')).length).toBe(2);
  const kept = readdirSync(logs()).filter((name) => name.includes('2026-01'));
  expect(kept.sort()).toEqual(['desktop.2026-01-08.1.log', 'desktop.2026-01-09.1.log', 'desktop.2026-01-09.2.log']);
  expect(readFileSync(join(logs(), 'serve.log'), 'utf8')).toContain('another');
});

it('is bounded in size and number while it runs', async () => {
  const log = await openDesktopLog(logs(), { files: 3, fileSize: '4k' });
  const line = 'x'.repeat(900);
  const all = (): string =>
    readdirSync(logs())
      .map((name) => readFileSync(join(logs(), name), 'utf8'))
      .join('');
  for (let batch = 0; batch < 12; batch += 1) {
    for (let index = 0; index < 6; index += 1) log.info({ line, batch }, 'filling');
    // The next file is begun when this one has been written out.
    await expect.poll(all).toContain(`"batch":${batch},`);
  }
  await expect.poll(() => readdirSync(logs()).length).toBeLessThanOrEqual(4);
  const sizes = readdirSync(logs()).map((name) => statSync(join(logs(), name)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12 * 6 * 900);
  log.close();
});

it('strikes out secrets', async () => {
  const log = await openDesktopLog(logs());
  log.warn({ pin: '1234', inside: { token: 'abcdef', deeper: { authorization: 'Bearer x1' } } }, 'told');
  log.close();
  const text = () =>
    readdirSync(logs())
      .map((name) => readFileSync(join(logs(), name), 'utf8'))
      .join('');
  await expect.poll(text).toContain('told');
  expect(text()).not.toMatch(/1234|abcdef|x1/);
});
