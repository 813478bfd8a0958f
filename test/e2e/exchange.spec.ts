import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, LockScreen } from './screens/index.ts';

const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe.each(TILL_DOORS)('import and export in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;

  const field = () => open.page.getByLabel('Choose a CSV file, or drop it here');

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    const header = new Header(open.page);
    await new LockScreen(open.page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await header.navigation.waitFor();
    await header.goToOffice('Import and export');
    await open.page.getByRole('heading', { name: 'Import and export' }).waitFor();
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('tells every bad row by line and reason, and changes nothing', async () => {
    const { page } = open;
    const before = (await open.call('items.list', {})).total;
    await field().setInputFiles(
      fileOf('bad.csv', 'type,category,name,price\nitem,Nowhere,Soup,4.50\nitem,Soups,Stew,abc\ncategory,,Soups,\nitem,Soups,Broth,3.00\n'),
    );
    const table = page.getByRole('table', { name: 'Faults of the file' });
    await table.waitFor();
    expect(await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => (row.textContent ?? '').slice(0, 12)))).toEqual([
      '2categoryis ',
      '3priceshould',
    ]);
    await page.getByText('2 faults. Nothing is imported until the file is put right.').waitFor();
    expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
    expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map((one) => one.id)).toEqual([]);
    expect((await open.call('items.list', {})).total).toBe(before);
  });

  it('imports the file once it is right, by keyboard, and what goes out again is no change', async () => {
    const { page } = open;
    const before = (await open.call('items.list', {})).total;
    await field().setInputFiles(fileOf('good.csv', 'type,category,name,price\nitem,Soups,Soup,4.50\ncategory,,Soups,\n'));
    const button = page.getByRole('button', { name: 'Import 2 changes' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Imported: 2 new, 0 changed.').waitFor();
    expect((await open.call('items.list', {})).total).toBe(before + 1);

    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save Menu as CSV' }).click()]);
    expect(saved.suggestedFilename()).toBe('philo-menu.csv');
    const csv = readFileSync(await saved.path(), 'utf8');
    expect(csv).toContain('Soup');
    await field().setInputFiles(fileOf('again.csv', csv));
    await page.getByText('There is nothing to import.').waitFor();
  });

  it('saves the whole shop', async () => {
    const { page } = open;
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the whole shop' }).click()]);
    expect(saved.suggestedFilename()).toMatch(/^philo-shop-.*\.zip$/);
    expect(
      readFileSync(await saved.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
