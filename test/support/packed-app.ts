import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { findApp } from '../../scripts/packaging/contents.ts';
import { inRepository } from './repository.ts';

export interface PackedApp {
  readonly archive: string;
  /** What holds Electron's fuses. */
  readonly program: string;
  /** The archive's contents with the native code beside them, as the program finds them through Electron. */
  readonly folder: string;
  /** What `npm run package` said. */
  readonly said: string;
}

/** Runs `npm run package -- --linux dir` with a stand-in for Electron's program into `output`, and unpacks what it made. */
export const packWithStandIn = async (output: string): Promise<PackedApp> => {
  const child = spawn(process.execPath, [inRepository('scripts/package.ts'), '--linux', 'dir', '--stand-in', '--out', output], {
    cwd: inRepository(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`npm run package ended with ${code}:\n${said}`);
  const app = findApp(output, 'linux-x64');
  if (!app) throw new Error(`nothing was packed:\n${said}`);
  const folder = join(output, 'unpacked');
  extractAll(app.archive, folder);
  return { ...app, folder, said };
};
