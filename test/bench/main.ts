/** The parts of `npm run bench`: `doors` (orders through each door, when none is named) or `back-office`. */
const [part = 'doors'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (part === 'doors') await import('./run.ts');
else if (part === 'back-office') await import('./back-office.ts');
else {
  console.error(`there is no part "${part}" of the benchmark: doors or back-office`);
  process.exitCode = 2;
}

export {};
