import { describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { BUDGET, contentFaults, type PackedFile, type Target } from '../../scripts/packaging/contents.ts';
import { inRepository } from '../support/repository.ts';

const NATIVE = 'node_modules/better-sqlite3/prebuilds';
const file = (path: string, bytes = 10): PackedFile => ({ path, bytes, unpacked: path.endsWith('.node') });

/** The least that is complete for a target. */
const complete = (...native: string[]): PackedFile[] => [
  ...[
    'package.json',
    'LICENSE',
    'out/main/index.js',
    'out/main/query-worker-thread.js',
    'out/main/file-work-thread.js',
    'out/main/export-worker-thread.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/assets/index-DJeX4853.js',
    'resources/demo-cafe.json',
    'node_modules/fastify/package.json',
    'node_modules/@fastify/static/LICENSE',
    ...native.map((name) => `${NATIVE}/${name}.node`),
  ].map((path) => file(path)),
  ...readdirSync(inRepository('migrations')).map((name) => file(`migrations/${name}`)),
];

describe('what is inside a package', () => {
  it.each([
    ['linux-x64', ['linux-x64']],
    ['win32-x64', ['win32-x64']],
    ['darwin-universal', ['darwin-arm64', 'darwin-x64']],
  ] as [Target, string[]][])('is complete for %s with the native code of that system alone', (target, native) => {
    expect(contentFaults(complete(...native), target)).toEqual([]);
    expect(contentFaults(complete(...native, 'linuxmusl-arm64'), target)).toEqual([`for another system: ${NATIVE}/linuxmusl-arm64.node`]);
    expect(contentFaults(complete(...native.slice(1)), target)).toEqual([`missing: ${NATIVE}/${native[0]}.node`]);
  });

  it.each([
    'src/core/app.ts',
    'test/e2e/pay.spec.ts',
    'out/main/index.js.map',
    'out/server/cli.js',
    'out/.stamps/main',
    'docs/backups.md',
    'resources/icon.svg',
    'build/icon.ico',
    'dist/latest.yml',
    'README.md',
    'notes.txt',
    'node_modules/fastify/test/basic.js',
    'node_modules/fastify/types/index.d.ts',
    'node_modules/fastify/.github/workflows/ci.json',
    'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
    'node_modules/zod/README.md',
  ])('refuses %s', (path) => {
    expect(contentFaults([...complete('linux-x64'), file(path)], 'linux-x64')).toEqual([`needless: ${path}`]);
  });

  it('refuses packages of the screens and of development, at any depth', () => {
    for (const path of [
      'node_modules/react/index.js',
      'node_modules/fastify/node_modules/vitest/package.json',
      'node_modules/@mantine/core/a.js',
    ]) {
      expect(contentFaults([...complete('linux-x64'), file(path)], 'linux-x64')).toEqual([
        expect.stringMatching(/^not needed when the program runs: (?:react|vitest|@mantine\/core)$/),
      ]);
    }
  });

  it('notices native code inside the archive, and anything else outside it', () => {
    const files = complete('linux-x64').map((entry) =>
      entry.path.endsWith('.node') || entry.path === 'package.json' ? { ...entry, unpacked: !entry.unpacked } : entry,
    );
    expect(contentFaults(files, 'linux-x64').sort()).toEqual([
      `cannot be loaded from the archive: ${NATIVE}/linux-x64.node`,
      'outside the archive: package.json',
    ]);
  });

  it('notices a missing migration and every budget that is gone over', () => {
    const files = complete('linux-x64').filter(({ path }) => path !== 'migrations/0001_core.sql');
    expect(contentFaults(files, 'linux-x64')).toEqual(['missing: migrations/0001_core.sql']);
    const big = complete('linux-x64').map((entry) => {
      if (entry.path.startsWith('out/renderer/assets')) return { ...entry, bytes: BUDGET.archive };
      return entry.unpacked ? { ...entry, bytes: BUDGET.native + 1 } : entry;
    });
    expect(contentFaults(big, 'linux-x64').map((fault) => fault.replace(/ takes.*/, ''))).toEqual([
      'the archive',
      'the screens',
      'native code',
    ]);
  });
});
