import { existsSync, readFileSync } from 'node:fs';
import { inRoot, projectNode } from './places.mjs';
import { run } from './run.mjs';

/** How long fetching Electron's binary may take before the browser is used instead. */
const FETCH_MS = 120_000;

/** Electron's binary, or null when it is not on this machine. */
export const electronBinary = () => {
  try {
    const name = readFileSync(inRoot('node_modules/electron/path.txt'), 'utf8');
    const file = inRoot('node_modules/electron/dist', name);
    return existsSync(file) ? file : null;
  } catch {
    return null; // Never fetched.
  }
};

/** Fetches Electron's binary if it is missing; answers where it is, or null when it cannot be had in reasonable time. */
export const ensureElectron = async (say) => {
  const there = electronBinary();
  if (there) return there;
  say("Fetching Electron's binary (two minutes at most) ...");
  const code = await run(projectNode(), [inRoot('node_modules/electron/install.js')], {
    talk: 'ignore',
    errors: 'ignore',
    timeout: FETCH_MS,
  });
  return code === 0 ? electronBinary() : null;
};

/** Why no window can be opened here, or null when one can. */
export const whyNoWindow = ({ platform, env, userId }) => {
  if (platform !== 'linux') return null;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display';
  if (userId === 0) return 'Electron does not run as root without giving up its sandbox';
  return null;
};
