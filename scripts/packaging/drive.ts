import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { NotPossible } from './not-possible.ts';
import type { Target } from './contents.ts';

/** What is executed of a packed program; on macOS a file deep inside the .app. */
export const executableOf = (program: string): string =>
  program.endsWith('.app') ? join(program, 'Contents/MacOS', basename(program, '.app')) : program;

/**
 * Copies the packed app to `folder` and opens one fuse of the copy: Playwright's driver for Electron talks to the program
 * through the debugger that the shipped one refuses. Answers the copy's program.
 */
export const drivableCopy = async (program: string, target: Target, folder: string): Promise<string> => {
  const copy = join(folder, basename(program));
  // On macOS the .app is the whole program; elsewhere it is a file among those that it needs.
  if (target === 'darwin-universal') cpSync(program, copy, { recursive: true, verbatimSymlinks: true });
  else cpSync(dirname(program), folder, { recursive: true, verbatimSymlinks: true });
  await flipFuses(copy, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: target === 'darwin-universal',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return copy;
};

/** Electron does not run as root without giving up its sandbox. */
const asRoot = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

const hasOpened = (logs: string): boolean => {
  try {
    return readdirSync(logs).some((name) => /"msg":"open"/.test(readFileSync(join(logs, name), 'utf8')));
  } catch {
    return false; // Not written yet.
  }
};

/**
 * Starts the program exactly as it is shipped on an empty folder and waits until its log says that the shop is open.
 * Throws NotPossible with what the program said when it ends before, or when `milliseconds` are over.
 */
export const startShipped = async (program: string, dataDir: string, milliseconds: number): Promise<void> => {
  mkdirSync(dataDir, { recursive: true });
  const child = spawn(executableOf(program), [...asRoot(), '--data', dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const end: { how: string | null } = { how: null };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const gone = new Promise<void>((resolve) => {
    const become = (how: string): void => {
      end.how ??= how;
      resolve();
    };
    child.once('error', (error) => become(`cannot be started: ${error.message}`));
    child.once('close', (code, signal) => become(`ended with ${code ?? signal}`));
  });
  const until = Date.now() + milliseconds;
  while (!hasOpened(join(dataDir, 'logs'))) {
    if (end.how) throw new NotPossible(`the program as shipped ${end.how}:\n${said}`);
    if (Date.now() > until) {
      child.kill('SIGKILL');
      await gone;
      throw new NotPossible(`the program as shipped did not open a shop within ${milliseconds / 1000} seconds:\n${said}`);
    }
    await pause(200);
  }
  child.kill();
  await gone;
};
