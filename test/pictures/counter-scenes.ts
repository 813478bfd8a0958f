import { CountScreen, LockScreen, ShiftScreen, Till, ZScreen } from '../e2e/screens/index.ts';
import { PEOPLE } from '../support/demo-shop.ts';
import { at, escape, goTo, type Scene, settled } from './scene.ts';

/** The screens of the counter, in the order in which a day meets them. The shop has a history and an open shift. */
export const COUNTER: readonly Scene[] = [
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
