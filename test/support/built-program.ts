import { ensureBuilt } from '../../scripts/ready/built.mjs';
import { desktopInUse } from './desktop.ts';

/** The end-to-end tests run what is built; a run of them alone must not run something older than the sources. */
export const setup = async (): Promise<void> => {
  await ensureBuilt({ say: (line: string) => process.stderr.write(`${line}\n`), talk: 2 });
  process.stdout.write(`End-to-end: the desktop app runs in ${desktopInUse()}.\n`);
};
