import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPos } from '../../src/core/app.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { allow } from '../support/approval.ts';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { readMoney } from '../support/figures.ts';
import { amountAfter, canReadPdf, pdfLines } from '../support/pdf-text.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { LockScreen, OrderPage, Orders, Till } from './screens/index.ts';

/** The demo café with a shift, a voucher, a discount that needs a reason, a cap for cashiers, and a printer that is not there. */
const prepare = async (dataDir: string): Promise<void> => {
  await makeDemoShop(dataDir);
  const pos = await openPos({ dataDir, inlineWorker: true });
  const call = async (name: string, input: object): Promise<void> => {
    const answer = await pos.dispatch(name, input, systemCaller());
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  };
  try {
    await call('shifts.open', { opening_cash: 100_00 });
    await call('paymentMethods.create', { code: 'voucher', name: 'Voucher' });
    await call('discounts.create', { name: 'Kindness', type: 'percentage', value: 5, needs_reason: true });
    await call('settings.update', { discount_cap_cashier: 200_000, printer_host: '127.0.0.1', printer_port: 1 });
  } finally {
    await pos.close();
  }
};

/** Counts what a finger or a key does, wherever it is done. */
const countPresses = (open: OpenTill): Promise<void> =>
  open.page.evaluate(
    "window.presses = { taps: 0, keys: 0 }; addEventListener('pointerdown', () => { presses.taps += 1; }, true); addEventListener('keydown', () => { presses.keys += 1; }, true)",
  );
const presses = (open: OpenTill): Promise<{ taps: number; keys: number }> => open.page.evaluate('presses');
const fromNow = (open: OpenTill): Promise<void> => open.page.evaluate('presses.taps = 0; presses.keys = 0');

describe.each(TILL_DOORS)('paying in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let till: Till;

  const begin = async (): Promise<void> => {
    open = await door.open(folder.path);
    till = new Till(open.page);
    await new LockScreen(open.page).signIn(PEOPLE.cashier.name, PEOPLE.cashier.pin);
    await till.ready();
    await countPresses(open);
  };
  const paymentsOf = async (number: string) => {
    const { items } = await open.call('orders.list', { order_number: number });
    const [order] = items;
    if (!order) throw new Error(`there is no order ${number}`);
    return { order, ...(await open.call('payments.list', { order_id: order.id })) };
  };

  beforeAll(async () => {
    await prepare(folder.path);
    await begin();
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('takes a coffee in exact cash with three taps', async () => {
    await fromNow(open);
    await till.add('Espresso');
    await till.payButton.click();
    await till.payment.quick('$3.24').click();
    const { number } = await till.readPlaced();
    expect((await presses(open)).taps).toBeLessThanOrEqual(3);
    const { payments, state } = await paymentsOf(number);
    expect(state).toBe('paid');
    expect(payments).toMatchObject([{ method: 'cash', amount: 3_24, tendered: 3_24, change_given: 0, taken_by: PEOPLE.cashier.name }]);
    await till.placed.getByText('No change to give').waitFor();
  });

  it('takes a latte with two add-ons by a note with seven taps, and says the change', async () => {
    await fromNow(open);
    await till.add('Harbour Latte');
    await till.edit('Harbour Latte', { addons: ['Oat Drink', 'Another Shot'] });
    await till.payButton.click();
    await till.payment.quick('$20.00').click();
    const { number } = await till.readPlaced();
    expect((await presses(open)).taps).toBeLessThanOrEqual(7);
    const { payments } = await paymentsOf(number);
    // 4.60 + 0.60 + 0.90 = 6.10, and 8 % of that is 0.49.
    expect(payments).toMatchObject([{ amount: 6_59, tendered: 20_00, change_given: 13_41 }]);
    expect(readMoney(await till.change.innerText())).toBe(13_41);
  });

  it('takes a coffee in exact cash with four keys', async () => {
    const { items } = await open.call('items.list', { per_page: 100 });
    const item = items.find(({ id }) => id < 10);
    await till.nextSale();
    await fromNow(open);
    for (const key of [String(item?.id), 'Enter', 'F10', 'Enter']) await open.page.keyboard.press(key);
    const { number } = await till.readPlaced();
    expect((await presses(open)).keys).toBeLessThanOrEqual(4);
    expect((await paymentsOf(number)).order.items).toMatchObject([{ item_id: item?.id, quantity: 1 }]);
  });

  it('splits a bill over cash, card and a note, each part shown with what remains', async () => {
    await till.add('Matcha Cloud');
    await till.changeQuantity('Matcha Cloud', 1);
    const payment = await till.pay();
    // 2 x 5.10 = 10.20, and 8 % of that is 0.82.
    expect(readMoney(await payment.asked.innerText())).toBe(11_02);
    await payment.take('2');
    await expect.poll(async () => readMoney(await payment.asked.innerText())).toBe(9_02);
    await payment.choose('Card');
    await payment.received.fill('4.02');
    expect(await payment.outcome.innerText()).toBe('$5.00 remains');
    await payment.takeButton.click();
    await expect.poll(async () => readMoney(await payment.asked.innerText())).toBe(5_00);
    expect(await payment.taken.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/Cash\s+\$2\.00/),
      expect.stringMatching(/Card\s+\$4\.02/),
    ]);
    await payment.choose('Cash');
    await payment.tap('20');
    expect(await payment.outcome.innerText()).toBe('Change $15.00');
    await payment.takeButton.click();
    const { number } = await till.readPlaced();
    expect(readMoney(await till.change.innerText())).toBe(15_00);
    const { payments, due, order } = await paymentsOf(number);
    expect(due).toBe(0);
    expect(payments.map(({ method, amount, tendered, change_given }) => [method, amount, tendered, change_given])).toEqual([
      ['cash', 2_00, 2_00, 0],
      ['card', 4_02, 4_02, 0],
      ['cash', 5_00, 20_00, 15_00],
    ]);
    expect(order.payment_method).toBe('cash');
  });

  it('splits evenly to the cent, and gives change for one part', async () => {
    await till.add('Espresso');
    const payment = await till.pay();
    await payment.panel.getByRole('button', { name: 'One of 3 equal parts' }).click();
    expect(readMoney(await payment.asked.innerText())).toBe(1_08);
    await payment.take('2');
    await payment.panel.getByRole('button', { name: 'One of 2 equal parts' }).click();
    expect(readMoney(await payment.asked.innerText())).toBe(1_08);
    await payment.takeButton.click();
    await expect.poll(async () => readMoney(await payment.asked.innerText())).toBe(1_08);
    await payment.takeButton.click();
    const { number } = await till.readPlaced();
    const { payments } = await paymentsOf(number);
    expect(payments.map(({ amount, change_given }) => [amount, change_given])).toEqual([
      [1_08, 92],
      [1_08, 0],
      [1_08, 0],
    ]);
    expect(readMoney(await till.change.innerText())).toBe(92);
  });

  it('gives no change on a card, but takes the rest as a tip', async () => {
    await till.add('Espresso');
    const payment = await till.pay();
    await payment.choose('Card');
    await payment.received.fill('4');
    await expect.poll(() => payment.fault.innerText()).toContain('$0.76 more than is due');
    expect(await payment.takeButton.isDisabled()).toBe(true);
    await payment.panel.getByRole('button', { name: 'Make it a tip' }).click();
    expect(readMoney(await payment.asked.innerText())).toBe(4_00);
    await payment.panel.getByRole('textbox', { name: 'Reference' }).fill('A-1177');
    await payment.takeButton.click();
    const { number, total } = await till.readPlaced();
    expect(readMoney(total)).toBe(3_24);
    expect((await paymentsOf(number)).payments).toMatchObject([
      { method: 'card', amount: 3_24, tip: 76, tendered: 4_00, reference: 'A-1177' },
    ]);
  });

  it('asks before it forgets what was handed over', async () => {
    await till.add('Espresso');
    const payment = await till.pay();
    await payment.take('1');
    await payment.back();
    const question = open.page.getByRole('dialog', { name: 'Stop this payment?' });
    expect(await question.innerText()).toContain('$1.00 was handed over already');
    await question.getByRole('button', { name: 'Give back and stop' }).click();
    expect(readMoney(await (await till.pay()).asked.innerText())).toBe(3_24);
    await payment.back();
    await till.remove('Espresso');
  });

  it('places an order to be paid later, finds it among those not paid, and takes its payment', async () => {
    const { page } = open;
    await till.add('Long Black');
    await (await till.pay()).later();
    const { number } = await till.readPlaced();
    expect(readMoney(await page.getByTestId('placed-due').innerText())).toBe(3_89);
    expect(await paymentsOf(number)).toMatchObject({ state: 'unpaid', payments: [] });
    await page.keyboard.press('Alt+2');
    const orders = new Orders(page);
    await orders.open();
    await orders.filter('Not paid in full', 'All days');
    await expect.poll(() => orders.rows.count()).toBe(1);
    const order = await orders.show(number);
    await order.button('Take payment').click();
    await till.payment.take('5');
    await expect.poll(async () => readMoney(await page.getByTestId('taken-change').innerText())).toBe(1_11);
    await page.getByRole('button', { name: 'Done' }).click();
    await expect
      .poll(() => order.payments.allInnerTexts())
      .toEqual([expect.stringMatching(/Cash\s+received \$5\.00, change \$1\.11\s+\$3\.89/)]);
    expect(await paymentsOf(number)).toMatchObject({ state: 'paid', payments: [{ amount: 3_89, tendered: 5_00, change_given: 1_11 }] });
    await page.keyboard.press('Alt+1');
    await till.ready();
  });

  it('has a manager allow what a cashier may not give', async () => {
    const { page } = open;
    await till.add('Velvet Flat White');
    await till.cutPrice('Velvet Flat White', { free: true, reason: 'made wrong' });
    await till.add('Espresso');
    await page.keyboard.press('F3');
    const discounts = page.getByRole('dialog', { name: 'Discount' });
    await discounts.getByRole('button', { name: /^Kindness/ }).click();
    const why = page.getByRole('dialog', { name: 'Kindness' });
    await why.getByRole('button', { name: 'Give discount' }).click();
    await why.getByText('Say why; the books need it.').waitFor();
    await why.getByRole('textbox', { name: 'Why it is given' }).fill('birthday');
    await why.getByRole('button', { name: 'Give discount' }).click();
    const payment = await till.pay();
    // The free one costs nothing, 5 % off 3.00 is 2.85, and 8 % of that is 0.23.
    expect(readMoney(await payment.asked.innerText())).toBe(3_08);
    await payment.takeButton.click();
    await allow(page, PEOPLE.manager);
    const { number } = await till.readPlaced();
    const { order } = await paymentsOf(number);
    expect(order).toMatchObject({ total: 3_08, discount_reason: 'birthday', approved_by: PEOPLE.manager.name });
    expect(order.items).toMatchObject([
      { line_discount: 4_20, line_discount_kind: 'comp', line_discount_reason: 'made wrong' },
      { line_discount: 0 },
    ]);
  });

  it('shows the receipt, saves it, and says why it was not printed; the sale stands', async () => {
    const { page } = open;
    await till.placed.getByRole('button', { name: 'Show' }).click();
    const receipt = page.getByRole('dialog', { name: 'Receipt' });
    await expect.poll(() => receipt.getByTestId('paper').innerText()).toContain('$3.08');
    await page.keyboard.press('Escape');
    await receipt.waitFor({ state: 'hidden' });
    await till.placed.getByRole('button', { name: 'Print' }).click();
    const failure = till.placed.getByRole('alert');
    await expect.poll(() => failure.innerText(), { timeout: 15_000 }).toMatch(/^Not printed: .*127\.0\.0\.1.* The sale stands\.$/);
    const { number } = await till.readPlaced();
    expect((await paymentsOf(number)).state).toBe('paid');
  });

  it.skipIf(!canReadPdf() || process.env.PHILO_ELECTRON === 'real')(
    'prints it on this computer instead: the receipt and nothing else',
    async () => {
      const { page } = open;
      await till.placed.getByRole('button', { name: 'Print on this computer' }).click();
      await expect.poll(() => page.getByTestId('receipt-state').innerText()).toContain('this computer');
      const file = join(folder.path, 'receipt.pdf');
      writeFileSync(file, await page.pdf({ width: '80mm', height: '250mm' }));
      const lines = pdfLines(file);
      expect(amountAfter(lines, 'Total')).toBe('$3.08');
      expect(lines.join('\n')).toContain('Velvet Flat White');
      expect(lines.join('\n')).not.toMatch(/Next sale|Espresso Tonic/);
    },
  );

  it('holds a ticket over a restart and recalls it once', async () => {
    await till.nextSale();
    await till.add('Harbour Latte');
    await till.edit('Harbour Latte', { addons: ['Oat Drink'], note: 'extra hot' });
    await till.add('Cardamom Bun');
    await till.cutPrice('Cardamom Bun', { percent: '10', reason: 'waited long' });
    await till.chooseCustomer('Amara Osei');
    const total = readMoney(await till.total.innerText());
    const shown = await till.lines.allInnerTexts();
    await till.hold('table 4');
    expect(await till.lines.count()).toBe(0);
    const before = await open.call('orders.list', {});
    await open.close();

    await begin();
    await till.recall('table 4');
    await expect.poll(async () => readMoney(await till.total.innerText())).toBe(total);
    await till.select('Cardamom Bun');
    expect(await till.lines.allInnerTexts()).toEqual(shown);
    expect(await open.call('tickets.list', {})).toEqual([]);
    // A parked ticket took no number: the next order has the one after the last.
    const { number } = await till.place();
    expect(Number(number)).toBe(before.total + 1);
    expect((await paymentsOf(number)).order).toMatchObject({ customer_name: 'Amara Osei', total });
  });

  it('rounds cash to the coins in use, on a line of its own, and a card not at all', async () => {
    await open.close();
    const pos = await openPos({ dataDir: folder.path, inlineWorker: true });
    await pos.dispatch('settings.update', { cash_rounding: 5 }, systemCaller());
    await pos.close();
    await begin();
    await till.add('Espresso');
    const payment = await till.pay();
    expect(readMoney(await payment.asked.innerText())).toBe(3_25);
    await payment.panel.getByText('Cash rounding').waitFor();
    await payment.choose('Card');
    expect(readMoney(await payment.asked.innerText())).toBe(3_24);
    await payment.choose('Cash');
    await payment.quick('$5.00').click();
    const { number } = await till.readPlaced();
    expect(readMoney(await till.change.innerText())).toBe(1_75);
    expect((await paymentsOf(number)).payments).toMatchObject([{ amount: 3_24, rounding: 1, tendered: 5_00, change_given: 1_75 }]);
  });
});

describe.each(TILL_DOORS)('paying by keyboard alone, in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;

  beforeAll(async () => {
    await prepare(folder.path);
    open = await door.open(folder.path);
    await open.page.evaluate(
      "for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, () => { document.body.innerHTML = 'a pointer was used'; }, true)",
    );
    await new LockScreen(open.page).signInByKeyboard(PEOPLE.cashier.name, PEOPLE.cashier.pin);
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await open.page.keyboard.press(key);
  };
  const type = (text: string): Promise<void> => open.page.keyboard.type(text);

  it('holds a ticket, sells another with a tip and in two parts, and recalls the first to be paid later', async () => {
    const { page } = open;
    const till = new Till(page);
    await till.ready();
    await till.addByTyping('cortado');
    await till.line('Cortado').waitFor();
    await press('F8');
    await page.getByRole('dialog', { name: 'Hold this ticket' }).waitFor();
    await type('window seat');
    await press('Enter');
    await till.line('Cortado').waitFor({ state: 'detached' });

    await till.addByTyping('espresso');
    await till.line('Espresso').waitFor();
    await press('F10');
    await till.payment.panel.waitFor();
    await press('Alt+k');
    await type('2');
    await press('F6');
    await type('.50');
    await press('Enter');
    await till.payment.taken.waitFor();
    await press('Alt+c');
    await type('10');
    await press('F10');
    const sold = await till.readPlaced();
    const [order] = (await open.call('orders.list', { order_number: sold.number })).items;
    const { payments } = await open.call('payments.list', { order_id: order?.id ?? 0 });
    expect(payments.map(({ method, amount, tip, change_given }) => [method, amount, tip, change_given])).toEqual([
      ['card', 1_50, 50, 0],
      ['cash', 1_74, 0, 8_26],
    ]);
    expect(readMoney(await till.change.innerText())).toBe(8_26);

    await press('Enter', 'F7');
    await page
      .getByRole('dialog', { name: 'Held tickets' })
      .getByRole('button', { name: /^window seat/ })
      .waitFor();
    await press('Enter');
    await till.line('Cortado').waitFor();
    await press('F10');
    await till.payment.panel.waitFor();
    await press('F8');
    const { number } = await till.readPlaced();

    await press('Alt+2');
    await page.getByRole('navigation', { name: 'Orders' }).waitFor();
    await press('F3');
    const orders = new Orders(page);
    await orders.row(number).waitFor();
    await press('/');
    await type(number);
    await expect.poll(() => orders.rows.count()).toBe(1);
    await press('ArrowDown', 'Enter');
    await new OrderPage(page).title(number).waitFor();
    await press('F10');
    await till.payment.panel.waitFor();
    await press('Enter');
    await page.getByRole('dialog', { name: 'Payment taken' }).waitFor();
    await press('Enter');
    await expect.poll(async () => (await open.call('orders.list', { is_due: true })).total).toBe(0);
  });
});
