import { build } from 'vite';
import { resolveConfig } from 'electron-vite';
import { fingerprint, stampTarget, TARGETS } from './ready/built.mjs';
import { inRoot, root } from './ready/places.mjs';

/** `npm run build [-- --quiet] [main preload renderer server]`: builds them all, or those named. */
const args = process.argv.slice(2);
const logLevel = args.includes('--quiet') ? 'warn' : 'info';
const named = args.filter((argument) => !argument.startsWith('--'));
const targets = named.length > 0 ? named : Object.keys(TARGETS);
for (const target of targets) {
  if (!Object.hasOwn(TARGETS, target)) throw new Error(`nothing to build is called ${target}: ${Object.keys(TARGETS).join(', ')}`);
}

process.chdir(root);
process.env.NODE_ENV = 'production';
process.env.NODE_ENV_ELECTRON_VITE = 'production';

const buildAll = async () => {
  const desktop = targets.some((target) => target !== 'server')
    ? (await resolveConfig({ root, logLevel, mode: 'production' }, 'build', 'production')).config
    : {};
  for (const target of targets) {
    const print = fingerprint(target);
    await build(
      target === 'server' ? { root, logLevel, mode: 'production', configFile: inRoot('vite.server.config.ts') } : desktop[target],
    );
    stampTarget(target, print);
  }
};

try {
  await buildAll();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
