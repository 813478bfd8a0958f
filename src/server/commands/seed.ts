import { MAX_HISTORY_DAYS, seedDemo } from '../../core/modules/seeding/index.ts';
import { dataFolder, DATA_FLAG, wholeNumber, words } from './arguments.ts';
import type { Command } from './command.ts';
import { withShop } from './open-shop.ts';

/** Loads the demo café. */
export const seedCommand: Command = {
  name: 'seed',
  usage: '--data DIR [--history DAYS]',
  summary: 'Load the demo café, with DAYS days of a made-up past',
  details: ['Once: a second run changes nothing. The PINs of its people are told on standard error.'],
  flags: { ...DATA_FLAG, history: { type: 'string' } },
  run: async (args, output) => {
    words(args);
    const historyDays = wholeNumber(args, 'history', { min: 1, max: MAX_HISTORY_DAYS }, undefined);
    const summary = await withShop(dataFolder(args), 'seed', (pos) =>
      seedDemo(pos, { historyDays, onProgress: (done, total) => output.progress(`day ${done} of ${total}`) }),
    );
    const { menu, staff, history } = summary;
    output.talk(
      menu
        ? `The demo café is there: ${menu.items} items in ${menu.categories} categories.`
        : 'The demo café was there already; its menu was left as it is.',
    );
    if (menu && staff.length === 0) output.talk('Somebody already works here, so its people were left out.');
    for (const person of staff) output.talk(`  ${person.name}, ${person.role}: PIN ${person.pin}`);
    if (history?.made) output.talk(`Made ${history.orders} orders in ${history.shifts} shifts over ${history.days} days.`);
    if (history?.made === false) output.talk('There are orders or shifts already; no history was made.');
    const people = staff.map(({ name, role }) => ({ name, role }));
    output.data(JSON.stringify({ changed: menu !== null || history?.made === true, menu, staff: people, history }, null, 2));
    return 0;
  },
};
