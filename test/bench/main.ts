import { argv } from 'node:process';

/** The parts of `npm run bench`: `doors` (orders through each door, when none is named), `back-office` or `exports`. */
const [part = 'doors'] = argv.slice(2).filter((word) => !word.startsWith('--'));
if (part === 'doors') await import('./run.ts');
else if (part === 'back-office') await import('./back-office.ts');
else if (part === 'exports') await import('./exports.ts');
else {
  console.error(`there is no part "${part}" of the benchmark: doors, back-office or exports`);
  process.exitCode = 2;
}
