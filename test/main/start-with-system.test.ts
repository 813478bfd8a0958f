import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { autostartEntry, startWithSystem } from '../../src/main/start-with-system.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Never asked on Linux. */
const noApp = {} as App;

describe('the entry for Linux desktops', () => {
  it('quotes what a path may hold', () => {
    const [exec] = autostartEntry(['/opt/Philo POS/philo', '--data', '/home/o"b`$\\r/100%']).match(/^Exec=.*$/m) ?? [];
    expect(exec).toBe('Exec="/opt/Philo POS/philo" "--data" "/home/o\\\\"b\\\\`\\\\$\\\\\\\\r/100%%"');
  });
});

describe.runIf(process.platform === 'linux')('starting with the system', () => {
  let folder: ReturnType<typeof tempFolder>;
  beforeEach(() => {
    folder = tempFolder();
    vi.stubEnv('XDG_CONFIG_HOME', folder.path);
    vi.stubEnv('APPIMAGE', '/opt/Philo POS.AppImage');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    folder.remove();
  });

  it('is one file, there or not there', () => {
    const file = join(folder.path, 'autostart', 'philo-pos.desktop');
    startWithSystem(noApp, true, ['--data', '/shop']);
    expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/Philo POS.AppImage" "--data" "/shop"\n');
    startWithSystem(noApp, false, []);
    expect(existsSync(file)).toBe(false);
    startWithSystem(noApp, false, []);
  });
});
