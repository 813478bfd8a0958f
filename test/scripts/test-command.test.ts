import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { inRepository } from '../support/repository.ts';
import { tempFolder } from '../support/test-app.ts';

// Each starts a whole run of its own.
vi.setConfig({ testTimeout: 120_000 });

const npmTest = (args: string[], env: Record<string, string | undefined> = {}) => {
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|PHILO_TEST|CI$|TEST$|NODE_ENV$|FORCE_COLOR$)/.test(name)),
  );
  const { status, stdout } = spawnSync(process.execPath, [inRepository('scripts/test.mjs'), ...args], {
    cwd: inRepository(),
    encoding: 'utf8',
    env: { ...own, NO_COLOR: '1', ...env },
  });
  return { status, lines: stdout.trimEnd().split('\n') };
};

/** A path on which there is no browser, but what npm scripts need. */
const pathWithoutBrowser = (): string => {
  const folder = join(tempFolder(), 'bin');
  mkdirSync(folder);
  symlinkSync(process.execPath, join(folder, 'node'));
  return folder;
};

describe('npm test', () => {
  it('ends with one plain line that counts', () => {
    const { status, lines } = npmTest(['--project', 'unit', 'test/main/command-line.test.ts']);
    expect(lines.at(-1)).toBe('7 passed, 0 failed');
    expect(status).toBe(0);
  });

  it('says what is left out without a browser, and how to get it', () => {
    const { status, lines } = npmTest(['--project', 'unit', 'test/main/command-line.test.ts'], { PATH: pathWithoutBrowser() });
    expect(lines.join('\n')).toMatch(/test\/e2e\) are left out.*apt-get install chromium/);
    expect(lines.at(-1)).toBe('7 passed, 0 failed');
    expect(status).toBe(0);
  });

  it('fails under CI when it would have to leave something out', () => {
    const { status, lines } = npmTest(['--project', 'unit', 'test/main/command-line.test.ts'], { PATH: pathWithoutBrowser(), CI: 'true' });
    expect(lines.join('\n')).toMatch(/CI runs every test/);
    expect(status).toBe(1);
  });
});
