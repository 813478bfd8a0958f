import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { readMoney } from '../support/figures.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, LockScreen, Till } from './screens/index.ts';

describe.each(TILL_DOORS)('a ticket that was not placed yet, in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let till: Till;

  /** Loads the page again, as after it fell over; signs in where the session did not outlive it. */
  const reload = async (who: { name: string; pin: string } = PEOPLE.cashier): Promise<void> => {
    await open.page.reload();
    const lock = new LockScreen(open.page);
    await lock.people.or(new Header(open.page).navigation).first().waitFor();
    if (await lock.people.isVisible()) await lock.signIn(who.name, who.pin);
  };
  const ordersMade = async () => (await open.call('orders.list', { per_page: 100 })).items;

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    till = new Till(open.page);
    await new LockScreen(open.page).signIn(PEOPLE.cashier.name, PEOPLE.cashier.pin);
    await till.ready();
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('is there again, line by line, after the page was loaded anew', async () => {
    await till.add('Espresso');
    await till.changeQuantity('Espresso', 1);
    await till.add('Cortado');
    await till.writeNote('By the window');
    const total = await till.total.innerText();
    await reload();
    await till.line('Cortado').waitFor();
    await till.line('Espresso').waitFor();
    await expect.poll(() => till.total.innerText()).toBe(total);
    await till.ticket.getByText('By the window').waitFor();
  });

  it('is there with what was handed over for it, and is placed once', async () => {
    const payment = await till.pay();
    const due = readMoney(await payment.asked.innerText());
    await payment.take('2');
    await expect.poll(async () => readMoney(await payment.asked.innerText())).toBe(due - 2_00);
    await reload();
    await payment.panel.waitFor();
    await expect.poll(async () => readMoney(await payment.asked.innerText())).toBe(due - 2_00);
    await payment.takeButton.click();
    const { fullNumber } = await till.readPlaced();
    const orders = await ordersMade();
    expect(orders.map((order) => [order.order_number, order.notes, order.paid_amount])).toEqual([[fullNumber, 'By the window', due]]);
    await reload();
    await till.ready();
    expect(await till.lines.count()).toBe(0);
    expect(await ordersMade()).toHaveLength(1);
  });

  it('is not placed twice when the page falls over before the answer comes', async () => {
    const { page } = open;
    await till.add('Espresso');
    const payment = await till.pay();
    // The order goes out, and at once everything that would have heard the answer is gone.
    if (door.name === 'a browser') {
      let sent: () => void = () => undefined;
      const wasSent = new Promise<void>((resolve) => (sent = resolve));
      await page.route('**/api/v1/orders', async (route) => {
        if (route.request().method() !== 'POST') return route.fallback();
        await route.fetch();
        sent();
      });
      await payment.takeButton.click();
      await wasSent;
      await page.unroute('**/api/v1/orders');
    } else {
      await payment.takeButton.click({ noWaitAfter: true });
    }
    await reload();
    await till.ready();
    await expect.poll(async () => (await ordersMade()).length).toBe(2);
    await till.placed.or(till.ticket).first().waitFor();
    await expect.poll(() => till.lines.count()).toBe(0);
    expect(await ordersMade()).toHaveLength(2);
  });
});
