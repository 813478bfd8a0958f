import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { openByKey, tabTo } from '../support/keyboard.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, LockScreen, Orders } from './screens/index.ts';
import { LOOKS_TIMEOUT_MS, looksOf } from './screens/looks.ts';

/** Other work may slow the machine that runs this. */
const PATIENT = { timeout: 20_000 } as const;

describe.each(TILL_DOORS)('the list of orders in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let orders: Orders;

  const more = (name: string) => open.page.getByRole('group', { name: 'More filters' }).getByRole('combobox', { name });
  const amount = (name: string) => open.page.getByRole('textbox', { name, exact: true });
  const shown = async (): Promise<string[]> =>
    (await orders.rows.evaluateAll((rows) => rows.map((row) => (row as unknown as { dataset: { number: string } }).dataset.number))).map(
      (number) => number.slice(-4),
    );
  const expectShown = (numbers: readonly string[]) => expect.poll(shown, PATIENT).toEqual(numbers);

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    await new LockScreen(open.page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await new Header(open.page).navigation.waitFor();
    orders = new Orders(open.page);
    const item = (await open.call('items.create', { category_id: 1, name: 'Plain Tea', price: 5_00 })).id;
    await open.call('shifts.open', { opening_cash: 10_000 });
    const [guest] = (await open.call('customers.list', { per_page: 1 })).items;
    const sell = (quantity: number, how: object) => open.call('orders.create', { items: [{ item_id: item, quantity }], ...how });
    await sell(1, { payment_method: 'cash' });
    await sell(3, { payment_method: 'card' });
    await sell(2, { payments: [{ method: 'card', amount: 100 }, { method: 'cash' }], customer_id: guest?.id ?? 0 });
    await sell(4, { payments: [] });
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('shows the newest first, and finds an order by its number', async () => {
    await open.page.keyboard.press('Alt+2');
    await orders.open();
    await expectShown(['0004', '0003', '0002', '0001']);
    await orders.search.fill('2');
    await expectShown(['0002']);
    await orders.search.fill('');
    await expectShown(['0004', '0003', '0002', '0001']);
  });

  it('is narrowed by tender, person and amount, sorted, and kept in its address', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'More filters' }).click();
    await more('Paid by').selectOption({ label: 'Card' });
    await expectShown(['0003', '0002']);
    await more('Sorted by').selectOption({ label: 'Largest amount first' });
    await expectShown(['0002', '0003']);
    await more('Taken by').selectOption({ label: PEOPLE.cashier.name });
    await page.getByText('No order is like that').waitFor();
    await more('Taken by').selectOption({ label: PEOPLE.owner.name });
    await expectShown(['0002', '0003']);
    const total = (await open.call('orders.list', { order_number: '2' })).items[0]?.total ?? 0;
    await amount('Amount from').fill((total / 100).toFixed(2));
    await expectShown(['0002']);
    await page.reload();
    await expectShown(['0002']);
    expect(await more('Sorted by').inputValue()).toBe('largest');
    expect(await amount('Amount from').inputValue()).toBe((total / 100).toFixed(2));
    await amount('Amount from').fill('many');
    await expect.poll(() => amount('Amount from').getAttribute('aria-invalid')).toBe('true');
    await expectShown(['0002', '0003']);
    await page.getByRole('button', { name: 'Clear these' }).click();
    await expectShown(['0004', '0003', '0002', '0001']);
    await orders.filter('Not paid in full', 'Today');
    await expectShown(['0004']);
    await orders.filter('Any status', 'Today');
  });

  it('is saved as a file as it is narrowed, by its key', async () => {
    const { page } = open;
    await orders.search.fill('2');
    await expectShown(['0002']);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('F7')]);
    expect(download.suggestedFilename()).toMatch(/^orders-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync((await download.path()) ?? '', 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^PHI-\d{8}-0002,/);
    await orders.search.fill('');
    await expectShown(['0004', '0003', '0002', '0001']);
  });

  it('is used by keyboard alone', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+2');
    await openByKey(page, 'F3', orders.search);
    await page.keyboard.press('F2');
    await expect.poll(() => orders.search.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    await page.keyboard.type('3');
    await expectShown(['0003']);
    await tabTo(page, /^More filters/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Paid by/);
    await page.keyboard.press('ArrowDown');
    await page.getByText('No order is like that').or(orders.rows.first()).first().waitFor();
    await page.keyboard.press('Home');
    await expectShown(['0003']);
    await page.keyboard.press('F2');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Order 0003/ }).waitFor();
    await page.keyboard.press('Escape');
    await orders.search.waitFor();
  });

  it.runIf(door === TILL_DOORS[1])('says in words that the orders cannot be read, and reads them when asked again', async () => {
    const { page } = open;
    await page.route('**/api/v1/orders?*', (route) => route.abort());
    await page.reload();
    await page.getByRole('alert').getByText('Philo POS cannot be reached').waitFor(PATIENT);
    await page.unroute('**/api/v1/orders?*');
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => orders.rows.count(), PATIENT).toBeGreaterThan(0);
  });

  it(
    'is clean in both schemes and fits every size with all its filters open',
    async () => {
      const { page } = open;
      if ((await more('Paid by').count()) === 0) await page.getByRole('button', { name: 'More filters' }).click();
      await more('Paid by').waitFor();
      expect(await looksOf(page)).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
    },
    LOOKS_TIMEOUT_MS,
  );
});
