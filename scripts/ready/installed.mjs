import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from './exclusive.mjs';
import { projectNode, root } from './places.mjs';
import { run } from './run.mjs';

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null; // Not there, or cut off by an interrupted installation.
  }
};

/**
 * Why the installed packages do not fit the lock file, or null when they do. npm writes what it installed to
 * node_modules/.package-lock.json as its last act; packages for other systems are in the lock file only.
 */
export const whyInstall = (folder = root) => {
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  if (!wanted) return 'package-lock.json cannot be read';
  const installed = packagesOf(join(folder, 'node_modules/.package-lock.json'));
  if (!installed || !existsSync(projectNode(folder))) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    const there = installed[path];
    if (there ? there.version !== entry.version : !entry.optional && !entry.devOptional && !entry.peer) {
      return `package-lock.json asks for ${path.replace(/^.*node_modules\//, '')} ${entry.version}`;
    }
  }
  return null;
};

/** Installs the packages if they are missing or stale. Says so to `say`; npm's own talk goes to the descriptor `talk`. */
export const ensureInstalled = async ({ say, talk = 1 }) => {
  if (!whyInstall()) return;
  await exclusively(async () => {
    const why = whyInstall();
    if (!why) return;
    say(`Installing packages (npm ci), because ${why} ...`);
    const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { talk, shell: process.platform === 'win32' });
    if (code !== 0) throw new Error(`npm ci failed (exit ${code}). Check the network and try again.`);
  });
};
