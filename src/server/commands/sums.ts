import { dataFolder, DATA_FLAG, words } from './arguments.ts';
import type { Command } from './command.ts';
import { withShop } from './open-shop.ts';

/** Sums the days that are over. */
export const sumsCommand: Command = {
  name: 'sums',
  usage: '[--anew] --data DIR',
  summary: 'Sum the days that are over, from which reports of long times are read',
  details: ['A running shop does this by itself. With --anew all sums are thrown away first, and made from the orders again.'],
  flags: { ...DATA_FLAG, anew: { type: 'boolean' } },
  run: async (args, output) => {
    words(args);
    const days = await withShop(dataFolder(args), 'sums', (pos) => pos.sumDays({ anew: args.flags['anew'] === true }));
    output.talk(`Summed ${days} days.`);
    output.data(JSON.stringify({ summed: days }, null, 2));
    return 0;
  },
};
