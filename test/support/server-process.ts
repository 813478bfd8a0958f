import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectNode } from '../../scripts/ready/places.mjs';
import { inRepository } from './repository.ts';

const cli = inRepository('out/server/cli.js');

/** Runs the built command line to its end; answers its standard output. Fails with its own words. */
export const runCli = async (...args: string[]): Promise<string> => {
  const child = spawn(projectNode(), [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let talk = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString('utf8');
  });
  child.stderr.on('data', (part: Buffer) => {
    talk += part.toString('utf8');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`philo ${args.join(' ')} ended with ${code}: ${talk}`);
  return output;
};

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
