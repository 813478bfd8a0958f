import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { openByKey } from '../support/keyboard.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, ListScreen, LockScreen, Till } from './screens/index.ts';

/** A busy machine takes its time. */
const SOON = { timeout: 15_000 };

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 390, height: 800 },
];

describe.each(TILL_DOORS)('managing the menu in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let header: Header;

  const list = (title: string) => new ListScreen(open.page, title);
  const address = () => open.page.evaluate<string>('location.hash');

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    header = new Header(open.page);
    await new LockScreen(open.page).signIn(PEOPLE.manager.name, PEOPLE.manager.pin);
    await header.navigation.waitFor();
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  describe('items', () => {
    it('are searched, filtered, sorted and paged, all of it in the address', async () => {
      await header.goToOffice('Items');
      const items = list('Items');
      await items.range.getByText('1–25 of 40').waitFor();
      await items.region.getByRole('button', { name: 'Next page' }).click();
      await items.range.getByText('26–40 of 40').waitFor();
      expect(await address()).toBe('#/office/items?page=2');
      await items.sortBy('Price');
      await expect.poll(address, SOON).toBe('#/office/items?sort=price');
      await items.sortBy('Price');
      await expect.poll(async () => (await items.names())[0], SOON).toBe('Travel Cup');
      await items.search.fill('beans');
      await expect.poll(() => items.names(), SOON).toEqual(['Single Farm Beans 250 g', 'House Beans 250 g']);
      expect(await address()).toBe('#/office/items?q=beans&sort=price&order=desc');
      await items.search.fill('nothing is called so');
      await items.region.getByText('Nothing found').waitFor();
      await items.region.getByRole('button', { name: 'Clear search and filters' }).click();
      await items.filter('Category', 'Oven');
      const oven = (await open.call('categories.list', {})).items.find(({ name }) => name === 'Oven');
      const inOven = await open.call('items.list', { category_id: oven?.id ?? 0, per_page: 100 });
      await expect.poll(async () => (await items.names()).toSorted(), SOON).toEqual(inOven.items.map(({ name }) => name).toSorted());
    });

    it('are found again by loading the same address', async () => {
      const items = list('Items');
      const before = await items.names();
      await open.page.reload();
      await expect.poll(() => items.names(), SOON).toEqual(before);
    });

    it('say what is wrong at the field, in the same words for what the core finds', async () => {
      await header.goToOffice('Items');
      const items = list('Items');
      const panel = await items.open('Affogato');
      await panel.getByRole('textbox', { name: 'Name' }).fill('  ');
      await panel.getByRole('textbox', { name: 'Price' }).fill('much');
      await panel.getByRole('button', { name: 'Save' }).click();
      await panel.getByText('Fill this in.').waitFor();
      await panel.getByText('Enter a number.').waitFor();
      await panel.getByRole('textbox', { name: 'Price' }).fill('0');
      await panel.getByText('Enter more than 0.').waitFor();
      await panel.getByRole('textbox', { name: 'Name' }).fill('Affogato');
      await panel.getByRole('textbox', { name: 'Price' }).fill('5.90');
      await panel.getByRole('button', { name: 'Save' }).click();
      await panel.getByText('Affogato is saved.').waitFor();
      const saved = (await open.call('items.list', { search: 'affogato' })).items[0];
      expect(saved).toMatchObject({ price: 590, version: 2 });
    });

    it('are not left with unsaved changes without a question', async () => {
      const { page } = open;
      const items = list('Items');
      const panel = items.panel('Affogato');
      await panel.getByRole('textbox', { name: 'Name' }).fill('Affogato al caffè');
      await openByKey(page, 'Escape', items.question);
      await items.question.getByRole('button', { name: 'Keep editing' }).click();
      await items.question.waitFor({ state: 'hidden' });
      await items.row('Banana Loaf').click();
      await items.question.getByRole('button', { name: 'Keep editing' }).click();
      await items.question.waitFor({ state: 'hidden' });
      await page.evaluate('history.back()');
      await items.question.waitFor();
      expect(await address()).toMatch(/^#\/office\/items\/\d+$/);
      await items.question.getByRole('button', { name: 'Keep editing' }).click();
      await items.question.waitFor({ state: 'hidden' });
      expect(await panel.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Affogato al caffè');
      await header.lock();
      await new LockScreen(page).signIn(PEOPLE.manager.name, PEOPLE.manager.pin);
      await expect.poll(() => panel.getByRole('textbox', { name: 'Name' }).inputValue(), SOON).toBe('Affogato al caffè');
      await header.goTo('Till');
      await items.question.getByRole('button', { name: 'Discard' }).click();
      await new Till(page).ready();
      expect((await open.call('items.list', { search: 'affogato' })).items[0]?.name).toBe('Affogato');
    });

    it('show a second editor what the first one did, and let them choose', async () => {
      await header.goToOffice('Items');
      const items = list('Items');
      const panel = await items.open('Affogato');
      await panel.getByRole('textbox', { name: 'Name' }).fill('Affogato doppio');
      await panel.getByRole('textbox', { name: 'Price' }).fill('6.20');
      const id = (await open.call('items.list', { search: 'affogato' })).items[0]?.id ?? 0;
      await open.call('items.update', { item_id: id, name: 'Affogato grande', price: 650, description: 'With two scoops' });
      await items.conflict.waitFor();
      const price = items.conflict.getByRole('radiogroup', { name: 'Price' });
      expect(await price.getByRole('radio').allInnerTexts()).toEqual(['Theirs\n$6.50', 'Yours\n$6.20']);
      await price.getByRole('radio', { name: /Theirs/ }).click();
      await items.page.keyboard.press('F10');
      await items.panel('Affogato doppio').getByText('Affogato doppio is saved.').waitFor();
      const saved = await open.call('items.get', { item_id: id });
      expect(saved).toMatchObject({ name: 'Affogato doppio', price: 650, description: 'With two scoops' });
    });

    it('that were sold are switched off instead of deleted', async () => {
      const items = list('Items');
      const id = (await open.call('items.list', { search: 'affogato' })).items[0]?.id ?? 0;
      await open.call('orders.create', { items: [{ item_id: id, quantity: 1 }], payment_method: 'cash' });
      await items.panel('Affogato doppio').getByRole('button', { name: 'Delete Affogato doppio' }).click();
      await items.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
      await items.page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
      await items.panel('Affogato doppio').getByText('Affogato doppio is switched off.').waitFor();
      expect((await open.call('items.get', { item_id: id })).is_available).toBe(false);
    });
  });

  describe('categories', () => {
    it('are moved by keyboard and by dragging, and the till follows', async () => {
      await header.goToOffice('Categories');
      const categories = list('Categories');
      await categories.rows.first().waitFor();
      const before = await categories.names();
      const [first = '', second = '', third = ''] = before;
      await categories.row(first).focus();
      await open.page.keyboard.press('Alt+ArrowDown');
      await expect.poll(() => categories.names(), SOON).toEqual([second, first, third, ...before.slice(3)]);
      await expect
        .poll(async () => (await open.call('categories.list', {})).items.map(({ name }) => name), SOON)
        .toEqual([second, first, third, ...before.slice(3)]);
      const from = await categories.rows.nth(0).getByTestId('handle').boundingBox();
      const to = await categories.rows.nth(2).getByTestId('handle').boundingBox();
      if (!from || !to) throw new Error('no handles');
      await open.page.mouse.move(from.x + 20, from.y + 20);
      await open.page.mouse.down();
      await open.page.mouse.move(from.x + 20, from.y + 60, { steps: 5 });
      await open.page.mouse.move(to.x + 20, to.y + 30, { steps: 10 });
      await open.page.mouse.up();
      await expect
        .poll(async () => (await open.call('categories.list', {})).items.map(({ name }) => name), SOON)
        .toEqual([first, third, second, ...before.slice(3)]);
    });

    it('refuse a name that is taken at the field, and deleting while they have items', async () => {
      const categories = list('Categories');
      const panel = await categories.open('Oven');
      await panel.getByRole('textbox', { name: 'Name' }).fill('plates');
      await panel.getByRole('button', { name: 'Save' }).click();
      await panel.getByText("Category 'plates' already exists").waitFor();
      await panel.getByRole('textbox', { name: 'Name' }).fill('Oven');
      await panel.getByRole('button', { name: 'Delete Oven' }).click();
      const dialog = open.page.getByRole('dialog', { name: 'Delete Oven?' });
      await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
      await dialog.getByText(/Cannot delete category 'Oven'/).waitFor();
      await dialog.getByRole('button', { name: 'Keep it' }).click();
      expect((await open.call('categories.list', { search: 'oven' })).total).toBe(1);
    });
  });

  describe('add-ons and discounts', () => {
    it('are added, changed and found by keyboard alone', async () => {
      const { page } = open;
      await header.goToOffice('Add-ons');
      const addons = list('Add-ons');
      await addons.rows.first().waitFor();
      await openByKey(page, 'F2', addons.panel('New add-on'));
      await page.keyboard.type('Whipped Cream');
      await page.keyboard.press('Tab');
      await page.keyboard.type('0.75');
      await page.keyboard.press('F10');
      await addons.panel('Whipped Cream').getByText('Whipped Cream is saved.').waitFor();
      await page.keyboard.press('Escape');
      await addons.panel('Whipped Cream').waitFor({ state: 'hidden' });
      await page.keyboard.press('/');
      await page.keyboard.type('whipped');
      await expect.poll(() => addons.names(), SOON).toEqual(['Whipped Cream']);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await addons.panel('Whipped Cream').waitFor();
      expect((await open.call('addons.list', { search: 'whipped' })).items[0]).toMatchObject({ price: 75, is_available: true });
    });

    it('tell the second editor of an add-on', async () => {
      const addons = list('Add-ons');
      const panel = addons.panel('Whipped Cream');
      await panel.getByRole('textbox', { name: 'Price' }).fill('0.85');
      const id = (await open.call('addons.list', { search: 'whipped' })).items[0]?.id ?? 0;
      await open.call('addons.update', { addon_id: id, price: 90 });
      await addons.conflict.getByRole('button', { name: 'Take all of theirs' }).click();
      await addons.conflict.waitFor({ state: 'hidden' });
      await expect.poll(() => panel.getByRole('textbox', { name: 'Price' }).inputValue(), SOON).toBe('0.90');
    });

    it('hold in hours of the week, which are set day by day', async () => {
      await header.goToOffice('Discounts');
      const discounts = list('Discounts');
      await discounts.region.getByRole('button', { name: 'Add discount' }).click();
      const panel = discounts.panel('New discount');
      await panel.getByRole('textbox', { name: 'Name' }).fill('Late Bread');
      await panel.getByRole('textbox', { name: 'Value' }).fill('130');
      await panel.getByRole('button', { name: 'Add hours' }).click();
      const hours = panel.getByRole('group', { name: 'Hours 1' });
      await hours.getByRole('button', { name: 'Monday' }).click();
      await hours.getByRole('button', { name: 'Saturday' }).click();
      await hours.getByLabel('From').fill('22:00');
      await hours.getByLabel('To').fill('01:00');
      await hours.getByText('Runs past midnight into the next day.').waitFor();
      await panel.getByRole('button', { name: 'Add discount' }).click();
      await panel
        .getByText('Input should be less than or equal to 100 for a percentage')
        .or(panel.getByText('Enter 100 or less.'))
        .waitFor();
      await panel.getByRole('textbox', { name: 'Value' }).fill('30');
      await panel.getByRole('button', { name: 'Add discount' }).click();
      await discounts.panel('Late Bread').getByText('Late Bread is saved.').waitFor();
      const made = (await open.call('discounts.list', { search: 'late bread' })).items[0];
      expect(made).toMatchObject({ value: 30, weekly_windows: [{ weekdays: [2, 3, 4, 5, 6], from: '22:00', to: '01:00' }] });
      await discounts.filter('State', 'Off');
      await expect.poll(() => discounts.names(), SOON).toEqual(['Opening Week']);
    });
  });

  it.each(['Items', 'Categories', 'Add-ons', 'Discounts'])('%s fit every size and are clean in both schemes', async (title) => {
    const { page } = open;
    await header.goToOffice(title);
    const screen = list(title);
    await screen.rows.first().locator('a').click();
    await page.getByRole('button', { name: 'Save' }).waitFor();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), `${size.width}`).toBe(0);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const scheme of ['light', 'dark']) {
      await page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
      await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))');
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${scheme} ${id} ${target.join(' ')}`))).toEqual([]);
    }
    await page.evaluate("document.documentElement.setAttribute('data-mantine-color-scheme', 'light')");
  });
});
