import { readFileSync } from 'node:fs';
import type { Dialog } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, ListScreen, LockScreen } from './screens/index.ts';

/** A busy machine takes its time. */
const SOON = { timeout: 20_000 };

describe.each(TILL_DOORS)('what can be done with a list in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let header: Header;

  const list = (title: string) => new ListScreen(open.page, title);

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

  it('saves what is found as a file, by button and by key', async () => {
    const { page } = open;
    await header.goToOffice('Items');
    const items = list('Items');
    await items.search.fill('beans');
    await expect.poll(() => items.names(), SOON).toHaveLength(2);
    const files = items.region.getByRole('group', { name: 'Save as a file' });
    const [csv] = await Promise.all([page.waitForEvent('download'), files.getByRole('button', { name: 'CSV' }).click()]);
    expect(csv.suggestedFilename()).toMatch(/^items-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync(await csv.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('name,id,category,price');
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(await items.names());
    await items.rows.first().locator('a').focus();
    const [xlsx] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('F8')]);
    expect(xlsx.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(
      readFileSync(await xlsx.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it.each([
    ['Categories', 'categories'],
    ['Add-ons', 'add-ons'],
    ['Discounts', 'discounts'],
    ['Customers', 'customers'],
    ['Expenses', 'expenses'],
    ['Stock', 'stock'],
  ])('%s are saved as a file too', async (title, file) => {
    const { page } = open;
    await header.goToOffice(title);
    const button = page.getByRole('group', { name: 'Save as a file' }).getByRole('button', { name: 'CSV' });
    const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(saved.suggestedFilename()).toMatch(new RegExp(`^${file}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
  });

  it('switches chosen rows off together, by keyboard alone', async () => {
    const { page } = open;
    await header.goToOffice('Items');
    const items = list('Items');
    await items.search.fill('beans');
    await expect.poll(() => items.names(), SOON).toHaveLength(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    const bar = items.region.getByRole('group', { name: 'Chosen rows' });
    await bar.getByText('1 row chosen').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await bar.getByText('2 rows chosen').waitFor();
    await bar.getByRole('button', { name: 'Switch off' }).focus();
    await page.keyboard.press('Enter');
    await items.region.getByText('2 rows were switched off.').waitFor();
    expect((await open.call('items.list', { search: 'beans', is_available: false })).total).toBe(2);
  });

  it('switches none of them when somebody changed one meanwhile, says which, and then as they are', async () => {
    const items = list('Items');
    await items.region.getByRole('checkbox', { name: 'Choose all rows shown' }).check();
    const { items: rows } = await open.call('items.list', { search: 'beans' });
    const [first] = rows;
    await open.call('items.update', { item_id: first?.id ?? 0, description: 'Roasted on Mondays' });
    const bar = items.region.getByRole('group', { name: 'Chosen rows' });
    await bar.getByRole('button', { name: 'Switch on' }).click();
    await items.region.getByText(`Changed meanwhile: ${first?.name}. Nothing was switched.`, { exact: false }).waitFor();
    expect((await open.call('items.list', { search: 'beans', is_available: false })).total).toBe(2);
    await bar.getByRole('button', { name: 'Switch on' }).click();
    await items.region.getByText('2 rows were switched on.').waitFor();
    expect((await open.call('items.list', { search: 'beans', is_available: true })).total).toBe(2);
  });

  it('keeps a row that somebody changed while the question to delete it stood', async () => {
    const { page } = open;
    await header.goToOffice('Add-ons');
    const addons = list('Add-ons');
    const made = await open.call('addons.create', { name: 'Rice milk', price: 50 });
    const panel = await addons.open('Rice milk');
    await panel.getByRole('button', { name: 'Delete Rice milk' }).click();
    const question = page.getByRole('dialog', { name: 'Delete Rice milk?' });
    await open.call('addons.update', { addon_id: made.id, price: 70 });
    await expect.poll(() => panel.getByRole('textbox', { name: 'Price', includeHidden: true }).inputValue(), SOON).toBe('0.70');
    await question.getByRole('button', { name: 'Delete', exact: true }).click();
    await question.getByText(/was changed meanwhile/).waitFor();
    expect((await open.call('addons.list', { search: 'rice' })).total).toBe(1);
    await question.getByRole('button', { name: 'Delete', exact: true }).click();
    await question.waitFor({ state: 'hidden' });
    expect((await open.call('addons.list', { search: 'rice' })).total).toBe(0);
  });

  it('asks before the page is closed or loaded again over unsaved changes', async () => {
    const { page } = open;
    await header.goToOffice('Items');
    const items = list('Items');
    const panel = await items.open('Affogato');
    await panel.getByRole('textbox', { name: 'Name' }).click();
    await page.keyboard.type('!');
    await panel.getByText('Not saved yet').waitFor();
    const asked: string[] = [];
    let stays = true;
    const onDialog = (dialog: Dialog) => {
      asked.push(dialog.type());
      void (stays ? dialog.dismiss() : dialog.accept());
    };
    page.on('dialog', onDialog);
    try {
      // Playwright closes a browser's page with all that is around it, unasked.
      if (door === TILL_DOORS[0]) await page.close({ runBeforeUnload: true });
      else await page.evaluate('void setTimeout(() => location.reload())');
      await expect.poll(() => asked, SOON).toEqual(['beforeunload']);
      // The desktop's window asks in its own words.
      if (door === TILL_DOORS[0]) await items.question.getByRole('button', { name: 'Keep editing' }).click();
      expect(await panel.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Affogato!');
      stays = false;
      await page.reload();
      expect(asked).toEqual(['beforeunload', 'beforeunload']);
      await expect.poll(() => panel.getByRole('textbox', { name: 'Name' }).inputValue(), SOON).toBe('Affogato');
      await page.reload();
      await items.rows.first().waitFor();
      expect(asked).toHaveLength(2);
    } finally {
      page.off('dialog', onDialog);
    }
  });
});
