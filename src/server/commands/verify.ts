import { verifyDatabase } from '../../core/modules/verification/index.ts';
import { dataFolder, DATA_FLAG, words } from './arguments.ts';
import type { Command } from './command.ts';
import { withReader } from './open-shop.ts';

/** Verifies a shop's database. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: '--data DIR',
  summary: 'Verify the database: file, references, audit chain, stock, numbers, sums',
  details: ['Reads only, also beside a running server. Prints JSON; the exit code is 1 on any fault.'],
  flags: DATA_FLAG,
  run: async (args, output) => {
    words(args);
    const report = await withReader(dataFolder(args), verifyDatabase);
    const faulty = report.checks.filter((check) => !check.ok);
    output.talk(
      report.ok
        ? `No faults in ${report.checks.length} checks.`
        : `Faults found: ${faulty.map((check) => `${check.fault_count} in ${check.name}`).join(', ')}.`,
    );
    output.data(JSON.stringify(report, null, 2));
    return report.ok ? 0 : 1;
  },
};
