import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exclusively } from './exclusive.mjs';
import { inRoot, projectNode } from './places.mjs';
import { run } from './run.mjs';

const SHARED = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'src/domain', 'src/contract'];
const CORE = [...SHARED, 'src/core'];

/** What is built from what. */
export const TARGETS = {
  main: { sources: [...CORE, 'src/main', 'electron.vite.config.ts'], result: 'out/main/index.js' },
  preload: { sources: [...SHARED, 'src/preload', 'electron.vite.config.ts'], result: 'out/preload/index.cjs' },
  renderer: {
    sources: [...SHARED, 'src/renderer', 'THIRD-PARTY-LICENCES.md', 'electron.vite.config.ts'],
    result: 'out/renderer/index.html',
  },
  server: { sources: [...CORE, 'src/server', 'vite.server.config.ts'], result: 'out/server/cli.js' },
};

const filesUnder = (path) => {
  const full = inRoot(path);
  if (!existsSync(full)) return [];
  const entries = readdirSync(full, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .sort();
};

const isFile = (path) => /\.[a-z]+$/.test(path);

/** A fingerprint of everything a target is made from: contents, so that a checkout or a touch changes nothing. */
const fingerprint = (target) => {
  const hash = createHash('sha256');
  for (const source of TARGETS[target].sources) {
    for (const file of isFile(source) ? [inRoot(source)] : filesUnder(source)) {
      if (!existsSync(file)) continue;
      hash.update(file).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
};

const stampFile = (target) => inRoot('out', '.stamps', target);

const isStale = (target) => {
  if (!existsSync(inRoot(TARGETS[target].result)) || !existsSync(stampFile(target))) return true;
  return readFileSync(stampFile(target), 'utf8') !== fingerprint(target);
};

/** The targets that are not built, or not from the present sources. */
export const staleTargets = (targets = Object.keys(TARGETS)) => targets.filter(isStale);

/** Remembers what a target was built from. The fingerprint is taken before building: a change meanwhile leaves it stale. */
export const stampTarget = (target, print) => {
  mkdirSync(dirname(stampFile(target)), { recursive: true });
  writeFileSync(stampFile(target), print);
};

export { fingerprint };

/** Builds what is stale. Says so to `say`; the tools' own talk goes to the descriptor `talk`. */
export const ensureBuilt = async ({ targets = Object.keys(TARGETS), say, talk = 1 }) => {
  if (staleTargets(targets).length === 0) return;
  await exclusively(async () => {
    const stale = staleTargets(targets);
    if (stale.length === 0) return;
    const isFirst = !stale.some((target) => existsSync(inRoot(TARGETS[target].result)));
    say(`Building ${stale.join(', ')}, because ${isFirst ? 'nothing is built yet' : 'the sources have changed'} ...`);
    const code = await run(projectNode(), [inRoot('scripts/build.mjs'), '--quiet', ...stale], { talk });
    if (code !== 0) throw new Error(`the build of ${stale.join(', ')} failed (exit ${code})`);
  });
};
