import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPos } from '../../src/core/app.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { LockScreen, Till } from './screens/index.ts';

const HOUR = 3_600_000;

/** Something is done in the shop while its clock is an hour ahead. */
const workAnHourAhead = async (dataDir: string): Promise<void> => {
  const pos = await openPos({ dataDir, inlineWorker: true, clock: { now: () => Date.now() + HOUR } });
  await pos.dispatch('customers.create', { name: 'Early Bird' }, systemCaller());
  await pos.close();
};

describe.each(TILL_DOORS)('a clock that was set back, in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    await workAnHourAhead(folder.path);
    open = await door.open(folder.path);
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('is said above every screen, and the till sells on', async () => {
    await new LockScreen(open.page).signIn(PEOPLE.cashier.name, PEOPLE.cashier.pin);
    const till = new Till(open.page);
    await till.ready();
    await open.page.getByTestId('clock-behind').waitFor();
    expect(await open.page.getByTestId('clock-behind').innerText()).toContain('was set back');
    await till.add('Espresso');
    await till.line('Espresso').waitFor();
  });
});
