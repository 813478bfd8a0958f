import type { Page } from 'playwright-core';
import { PEOPLE } from '../support/demo-shop.ts';
import { CountScreen, LockScreen, ShiftScreen, StaffScreen, Till, ZScreen } from '../e2e/screens/index.ts';

/** A picture: how one gets there from the scene before, and what it is called in docs/pictures. */
export interface Scene {
  readonly name: string;
  /** Brings the page there; both schemes are taken then. */
  readonly show: (page: Page) => Promise<void>;
  /** Steps out of a dialog afterwards. */
  readonly leave?: (page: Page) => Promise<void>;
}

const escape = (page: Page): Promise<void> => page.keyboard.press('Escape');

const goTo = (page: Page, address: string): Promise<void> => page.evaluate(`location.hash = ${JSON.stringify(`#${address}`)}`);

/** Waits until nothing is being loaded: no skeleton is left, and nothing says that it is busy. */
const settled = async (page: Page): Promise<void> => {
  for (const busy of await page.locator('.mantine-Skeleton-root, [aria-busy=true]').all()) await busy.waitFor({ state: 'detached' });
};

/** A page by its address, once its heading is there; the one of the scene before may still be in its place for a moment. */
const at = (name: string, address: string, heading: string): Scene => ({
  name,
  show: async (page) => {
    await goTo(page, address);
    await page.locator('main').getByRole('heading', { name: heading, level: 1 }).waitFor({ state: 'attached' });
    await settled(page);
  },
});

/** The screens of the counter, in the order in which a day meets them. The shop has a history and an open shift. */
const COUNTER: readonly Scene[] = [
  { name: 'lock', show: (page) => new LockScreen(page).people.waitFor() },
  {
    name: 'till',
    show: async (page) => {
      await new LockScreen(page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
      const till = new Till(page);
      await till.ready();
      await till.add('Velvet Flat White');
      await till.add('Cardamom Bun');
      await till.add('Harbour Latte');
      await till.changeQuantity('Harbour Latte', 1);
      await till.edit('Harbour Latte', { addons: ['Oat Drink'], note: 'extra hot' });
    },
  },
  {
    name: 'line',
    show: async (page) => {
      await page.keyboard.press('F6');
      await page.getByRole('dialog', { name: 'Harbour Latte' }).waitFor();
    },
    leave: escape,
  },
  { name: 'pay', show: async (page) => void (await new Till(page).pay()) },
  {
    name: 'change',
    show: async (page) => {
      const till = new Till(page);
      await till.payment.quick('$50.00').click();
      await till.change.waitFor();
    },
  },
  {
    name: 'receipt',
    show: async (page) => {
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByTestId('paper').waitFor();
    },
    leave: escape,
  },
  {
    name: 'board',
    show: async (page) => {
      await goTo(page, '/orders');
      await page.getByTestId('order-card').first().waitFor();
    },
  },
  {
    name: 'orders',
    show: async (page) => {
      await goTo(page, '/orders/list');
      await page.getByTestId('order-row').first().waitFor();
    },
  },
  {
    name: 'order',
    show: async (page) => {
      await page.getByTestId('order-row').first().click();
      await page.getByRole('list', { name: 'Payments' }).getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'refund',
    show: async (page) => {
      await page.keyboard.press('F6');
      await page.getByTestId('refund-line').first().waitFor();
      await page.keyboard.press('F7');
    },
  },
  {
    name: 'shift',
    show: async (page) => {
      await goTo(page, '/shift');
      await new ShiftScreen(page).current.waitFor();
      await settled(page);
    },
  },
  {
    name: 'x-report',
    show: async (page) => {
      await goTo(page, '/shift/x');
      await new ZScreen(page).report.waitFor();
    },
  },
  {
    name: 'count',
    show: async (page) => {
      await goTo(page, '/shift/count');
      await new CountScreen(page).enter({ $100: 1, $50: 2, $20: 9, $10: 6 });
    },
  },
  {
    name: 'z-report',
    show: async (page) => {
      await goTo(page, '/shift/z/1');
      await new ZScreen(page).report.waitFor();
    },
  },
  at('hours', '/hours', 'Hours'),
  {
    name: 'keys',
    show: async (page) => {
      await goTo(page, '/');
      await new Till(page).ready();
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    },
    leave: escape,
  },
];

/** The back office. Of a list its first row is opened, too. */
const OFFICE: readonly Scene[] = [
  at('dashboard', '/office/dashboard', 'Dashboard'),
  {
    name: 'dashboard-charts',
    show: async (page) => {
      await page.getByRole('heading', { name: 'Busy hours' }).scrollIntoViewIfNeeded();
    },
  },
  at('reports', '/office/reports', 'Reports'),
  at('report', '/office/reports/items', 'Sales by item'),
  at('items', '/office/items', 'Items'),
  {
    name: 'item',
    show: async (page) => {
      await page.getByRole('row').nth(3).click();
      await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
    },
  },
  at('categories', '/office/categories', 'Categories'),
  at('addons', '/office/addons', 'Add-ons'),
  at('discounts', '/office/discounts', 'Discounts'),
  at('stock', '/office/stock', 'Stock'),
  at('customers', '/office/customers', 'Customers'),
  at('expenses', '/office/expenses', 'Expenses'),
  {
    name: 'staff',
    show: async (page) => {
      await goTo(page, '/staff');
      await new StaffScreen(page).choose(PEOPLE.cashier.name);
    },
  },
  at('exchange', '/office/exchange', 'Import and export'),
  at('audit', '/office/audit', 'Audit'),
  at('settings', '/office/settings', 'Settings'),
  at('settings-keys', '/office/settings/keys', 'Settings'),
  at('settings-backups', '/office/settings/backups', 'Settings'),
  at('settings-about', '/office/settings/about', 'Settings'),
];

export const SCENES: readonly Scene[] = [...COUNTER, ...OFFICE];
