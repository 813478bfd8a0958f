import { resolve } from 'node:path';

/** What the desktop app can be told when it is started. */
export interface DesktopArguments {
  /** The data folder, absolute; null means the user's own. */
  readonly dataDir: string | null;
}

/** Reads `--data DIR` or `--data=DIR`. Everything else belongs to Electron or Chromium and is left alone. */
export const readArguments = (argv: readonly string[], workingFolder: string): DesktopArguments => {
  let dataDir: string | null = null;
  for (const [index, argument] of argv.entries()) {
    const given = argument === '--data' ? argv[index + 1] : argument.startsWith('--data=') ? argument.slice('--data='.length) : undefined;
    if (given !== undefined && given !== '' && !given.startsWith('--')) dataDir = resolve(workingFolder, given);
  }
  return { dataDir };
};
