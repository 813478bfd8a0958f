import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findApp } from './packaging/contents.ts';
import { drivableCopy, executableOf, startShipped } from './packaging/drive.ts';
import { NotPossible, runCommand } from './packaging/not-possible.ts';
import { readPlan } from './packaging/plan.ts';
import { ensureBuilt } from './ready/built.mjs';
import { inRoot, projectNode } from './ready/places.mjs';
import { run } from './ready/run.mjs';

/** Those of the end-to-end tests that need nothing but the window: the counter's work, and what the program must refuse. */
const SPECS = ['pay', 'refund', 'kept-ticket', 'the-day', 'by-keyboard', 'desktop-lifecycle', 'desktop-security'];
const START_MS = 60_000;

/**
 * `npm run package:test [-- --out DIR]`: starts what `npm run package` made for this system, as it is shipped; then
 * drives a copy of it, whose debugger is let in, through the end-to-end tests. Linux: needs a display (xvfb-run).
 */
const main = async (): Promise<number> => {
  const plan = readPlan(process.argv.slice(2), process.platform);
  const app = findApp(resolve(plan.output ?? inRoot('dist')), plan.target);
  if (!app) throw new NotPossible('Nothing is packed for this system yet: npm run package');
  const scratch = mkdtempSync(join(tmpdir(), 'philo-package-test-'));
  try {
    await startShipped(app.program, join(scratch, 'data'), START_MS);
    process.stdout.write('The program opens a shop as it is shipped.\n');
    const copy = await drivableCopy(app.program, plan.target, join(scratch, 'app'));
    // Beside the window the tests use the built server and tools of the repository.
    await ensureBuilt({ say: (line: string) => process.stdout.write(`${line}\n`) });
    process.env.PHILO_ELECTRON = executableOf(copy);
    const files = SPECS.map((name) => `test/e2e/${name}.spec.ts`);
    const only = ['--testNamePattern', '^(?!.*in a browser)'];
    return (await run(projectNode(), [inRoot('node_modules/vitest/vitest.mjs'), 'run', '--project', 'e2e', ...only, ...files])) ?? 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

await runCommand(main);
