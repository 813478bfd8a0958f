import { generateOrders, MAX_GENERATED_DAYS, MAX_GENERATED_ORDERS } from '../../core/modules/seeding/index.ts';
import { dataFolder, DATA_FLAG, wholeNumber, words } from './arguments.ts';
import { type Command, UsageError } from './command.ts';
import { withShop } from './open-shop.ts';

/** Makes a large past for measuring. */
export const generateCommand: Command = {
  name: 'generate',
  usage: '--orders N --days D --data DIR',
  summary: 'Make N orders over the D days before today, in bulk, for measuring',
  details: ['Sells the menu that is there; an empty folder gets the demo café first.'],
  flags: { ...DATA_FLAG, orders: { type: 'string' }, days: { type: 'string' } },
  run: async (args, output) => {
    words(args);
    const orders = wholeNumber(args, 'orders', { min: 1, max: MAX_GENERATED_ORDERS }, undefined);
    const days = wholeNumber(args, 'days', { min: 1, max: MAX_GENERATED_DAYS }, undefined);
    if (orders === undefined) throw new UsageError('--orders N is missing');
    if (days === undefined) throw new UsageError('--days D is missing');
    const started = performance.now();
    const summary = await withShop(dataFolder(args), 'generate', async (pos) => {
      const made = await generateOrders(pos, { orders, days, onProgress: (done, total) => output.progress(`${done} of ${total} orders`) });
      await pos.sumDays();
      return made;
    });
    output.talk(
      `Made ${summary.orders} orders from ${summary.first_day} to ${summary.last_day} in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
    );
    output.data(JSON.stringify(summary, null, 2));
    return 0;
  },
};
