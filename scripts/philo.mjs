import { ensureBuilt } from './ready/built.mjs';
import { ensureInstalled } from './ready/installed.mjs';
import { endWithNpm } from './ready/parent.mjs';
import { inRoot, isNodeNewEnough, projectNode } from './ready/places.mjs';
import { runInOurPlace } from './ready/run.mjs';
import { pathToFileURL } from 'node:url';

/** `npm run -s philo -- COMMAND ...`: the built command line. Standard output carries its data and nothing else. */
const program = inRoot('out/server/cli.js');
const talk = { say: (line) => process.stderr.write(`${line}\n`), talk: 2 };

endWithNpm();
try {
  await ensureInstalled(talk);
  await ensureBuilt({ ...talk, targets: process.argv[2] === 'serve' ? ['server', 'renderer'] : ['server'] });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

if (isNodeNewEnough()) {
  // In this very process, so that a signal or a kill meets the program itself.
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
} else {
  process.exitCode = await runInOurPlace(projectNode(), [program, ...process.argv.slice(2)]);
}
