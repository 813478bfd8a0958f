import { ensureBuilt } from '../../scripts/ready/built.mjs';

/** The end-to-end tests run what is built; a run of them alone must not run something older than the sources. */
export const setup = async (): Promise<void> => {
  await ensureBuilt({ say: (line: string) => process.stderr.write(`${line}\n`), talk: 2 });
};
