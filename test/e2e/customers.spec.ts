import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { openByKey } from '../support/keyboard.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, LockScreen } from './screens/index.ts';
import { LOOKS_TIMEOUT_MS, looksOf } from './screens/looks.ts';

describe.each(TILL_DOORS)('the customers in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  const list = () => open.page.getByRole('region', { name: 'Customers' });
  const row = (name: RegExp) => list().getByRole('row', { name });
  const panel = (name: string) => open.page.getByRole('region', { name, exact: true });
  const search = async (words: string) => open.page.getByRole('textbox', { name: 'Search name, phone or e-mail' }).fill(words);

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    await new LockScreen(open.page).signIn(PEOPLE.manager.name, PEOPLE.manager.pin);
    await new Header(open.page).navigation.waitFor();
    const { id } = await open.call('customers.create', { name: 'Wilma Quist', phone: '900 11 222' });
    const item = (await open.call('items.list', { search: 'cortado' })).items[0];
    await open.call('orders.create', { customer_id: id, items: [{ item_id: item?.id ?? 0, quantity: 2 }] });
    await open.call('customers.create', { name: 'W. Quist', phone: '90011222', email: 'wilma@example.org' });
    await new Header(open.page).goToOffice('Customers');
    await search('quist');
    await row(/Wilma Quist/).waitFor();
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('adds somebody by keyboard alone, and says at its field that another has the phone', async () => {
    const { page } = open;
    await openByKey(page, 'F2', panel('New customer'));
    await page.keyboard.type('Zed Quist');
    await panel('New customer').getByRole('textbox', { name: 'Phone' }).focus();
    await page.keyboard.type('90011222');
    await page.keyboard.press('F10');
    const phone = panel('New customer').getByRole('textbox', { name: 'Phone' });
    await panel('New customer').getByText("Customer with phone '90011222' already exists").waitFor();
    expect(await phone.getAttribute('aria-invalid')).toBe('true');
    await phone.fill('77 66');
    await page.keyboard.press('F10');
    await panel('Zed Quist').getByText('Zed Quist is saved.').waitFor();
    await page.keyboard.press('Escape');
    await panel('Zed Quist').waitFor({ state: 'detached' });
    await list().getByRole('button', { name: 'Spent' }).click();
    await expect.poll(() => list().getByRole('row').nth(1).innerText()).toContain('Wilma Quist');
  });

  it('tells the second of two who change one customer, and shows both', async () => {
    await row(/Zed Quist/)
      .getByRole('link')
      .click();
    await panel('Zed Quist').getByRole('textbox', { name: 'Name' }).fill('Zedd Quist');
    const [zed] = (await open.call('customers.list', { search: 'zed quist' })).items;
    await open.call('customers.update', { customer_id: zed?.id ?? 0, name: 'Zedekiah Quist' });
    const conflict = panel('Zedekiah Quist').getByRole('alertdialog', { name: 'Somebody else changed this meanwhile' });
    await conflict.getByRole('radio', { name: /Zedd Quist/ }).waitFor();
    await conflict.getByRole('button', { name: 'Take all of theirs' }).click();
    await conflict.waitFor({ state: 'detached' });
    await expect.poll(() => panel('Zedekiah Quist').getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Zedekiah Quist');
    await openByKey(open.page, 'Escape', list());
    await panel('Zedekiah Quist').waitFor({ state: 'detached' });
  });

  it(
    'shows what somebody bought and who may be the same person, and merges the two',
    async () => {
      const { page } = open;
      await page.getByRole('button', { name: 'Find duplicates' }).click();
      const found = page.getByRole('dialog', { name: 'Possible duplicates' });
      await found.getByText('same phone').waitFor();
      await found.getByRole('button', { name: /Wilma Quist/ }).click();
      const wilma = panel('Wilma Quist');
      await wilma.getByRole('region', { name: 'Buys most' }).getByText('Cortado').waitFor();
      await wilma.getByRole('region', { name: 'Latest orders' }).getByRole('link').first().waitFor();
      expect(await looksOf(page)).toEqual([]);
      await wilma.getByRole('button', { name: 'Merge with W. Quist' }).click();
      const dialog = page.getByRole('dialog', { name: 'Merge into Wilma Quist' });
      await dialog.getByRole('region', { name: 'Afterwards there is one customer' }).getByText('wilma@example.org').waitFor();
      await dialog.getByRole('button', { name: 'Merge for good' }).click();
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => wilma.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe('wilma@example.org');
      expect((await open.call('customers.list', { search: 'quist' })).items.map(({ name }) => name)).toEqual([
        'Wilma Quist',
        'Zedekiah Quist',
      ]);
    },
    LOOKS_TIMEOUT_MS,
  );

  it(
    'erases somebody only when their name is typed, and shows it afterwards',
    async () => {
      const { page } = open;
      await panel('Wilma Quist').getByRole('button', { name: 'Anonymise…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Anonymise Wilma Quist?' });
      const erase = dialog.getByRole('button', { name: 'Erase for good' });
      expect(await erase.isDisabled()).toBe(true);
      await dialog.getByRole('textbox', { name: /^Type/ }).fill('Wilma Quist');
      await erase.click();
      await panel('Anonymised customer').getByText('Nothing personal is kept of this customer any more.').waitFor();
      expect((await open.call('audit.list', { entity_type: 'Customer', action: 'anonymise' })).total).toBe(1);
      expect(JSON.stringify(await open.call('audit.list', { per_page: 100 }))).not.toMatch(/Wilma|90011222/);
      await openByKey(page, 'Escape', list());
      await search('nobody at all');
      await list().getByText('Nothing found').waitFor();
      await list().getByRole('button', { name: 'Clear search and filters' }).click();
      await row(/Anonymised customer/).waitFor();
      expect(await looksOf(page)).toEqual([]);
    },
    LOOKS_TIMEOUT_MS,
  );
});
