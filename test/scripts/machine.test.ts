import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium, programOnPath } from '../../scripts/ready/browser.mjs';
import { whyNoWindow } from '../../scripts/ready/electron.mjs';
import { tempFolder } from '../support/test-app.ts';

const program = (folder: string, name: string, mode = 0o755): string => {
  const file = join(folder, name);
  writeFileSync(file, '');
  chmodSync(file, mode);
  return file;
};

describe('what the machine has', () => {
  it.skipIf(process.platform === 'win32')('finds a browser on the path, or the one that is named', () => {
    const folder = tempFolder();
    const file = program(folder, 'chromium');
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(file);
    expect(findChromium({ PATH: '/nowhere' })).toBeNull();
    expect(findChromium({ PATH: '' })).toBeNull();
    expect(findChromium({ PATH: folder, PHILO_CHROMIUM: '/nowhere/chrome' })).toBeNull();
    expect(findChromium({ PATH: '/nowhere', PHILO_CHROMIUM: file })).toBe(file);
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('does not take a file that cannot be run', () => {
    const folder = tempFolder();
    program(folder, 'pdftotext', 0o644);
    expect(programOnPath('pdftotext', { PATH: folder })).toBeNull();
  });

  it.each([
    ['linux', {}, 1000, 'there is no display'],
    ['linux', { DISPLAY: ':0' }, 0, 'Electron does not run as root without giving up its sandbox'],
    ['linux', { DISPLAY: ':0' }, 1000, null],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, null],
    ['darwin', {}, 501, null],
    ['win32', {}, undefined, null],
  ] as const)('on %s with %j and user %s: no window, because %s', (platform, env, userId, why) => {
    expect(whyNoWindow({ platform, env, userId })).toBe(why);
  });
});
