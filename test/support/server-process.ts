import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectNode } from '../../scripts/ready/places.mjs';
import { inRepository } from './repository.ts';

const cli = inRepository('out/server/cli.js');

export interface ServerProcess {
  readonly url: string;
  close(): Promise<void>;
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('the server has no standard output');
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`philo serve ended with ${code} before it was ready`)));
  });

/** `philo serve` as a process of its own, on any free port, from the built program. */
export const startServerProcess = async (dataDir: string): Promise<ServerProcess> => {
  const child = spawn(projectNode(), [cli, 'serve', '--data', dataDir, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const { url } = JSON.parse(await firstLine(child)) as { url: string };
  return {
    url,
    close: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};
