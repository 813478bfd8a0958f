import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { openByKey } from '../support/keyboard.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, LockScreen } from './screens/index.ts';
import { LOOKS_TIMEOUT_MS, looksOf } from './screens/looks.ts';

describe.each(TILL_DOORS)('the expenses in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  const list = () => open.page.getByRole('region', { name: 'Expenses' });
  const row = (name: RegExp) => list().getByRole('row', { name });
  const panel = (name: string) => open.page.getByRole('region', { name, exact: true });

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    await new LockScreen(open.page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await new Header(open.page).navigation.waitFor();
    await open.call('expenses.create', { category: 'Rent', amount: 120_000, description: 'March' });
    await open.call('expenses.create', { category: 'Milk', amount: 1_250 });
    await new Header(open.page).goToOffice('Expenses');
    await row(/Rent/).waitFor();
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('adds one by keyboard alone; faults are told at their fields', async () => {
    const { page } = open;
    await openByKey(page, 'F2', panel('New expense'));
    await page.keyboard.press('F10');
    await panel('New expense').getByText('Fill this in.').first().waitFor();
    await panel('New expense').getByRole('textbox', { name: 'Category' }).focus();
    await page.keyboard.type('Cleaning');
    await panel('New expense').getByRole('textbox', { name: 'Amount' }).focus();
    await page.keyboard.type('80,50');
    await page.keyboard.press('F10');
    await panel('Cleaning').getByText('Cleaning is saved.').waitFor();
    expect((await open.call('expenses.list', { search: 'cleaning' })).items).toMatchObject([{ amount: 8050, paid_from_till: false }]);
    await page.keyboard.press('Escape');
    await panel('Cleaning').waitFor({ state: 'detached' });
  });

  it('finds, filters and sorts, and adds up what it finds', async () => {
    const { page } = open;
    await page.getByRole('textbox', { name: 'Search category or description' }).fill('march');
    await row(/Milk/).waitFor({ state: 'detached' });
    await list().getByText('$1,200.00').first().waitFor();
    expect(page.url()).toContain('q=march');
    await page.getByRole('textbox', { name: 'Search category or description' }).fill('');
    await row(/Milk/).waitFor();
    await page.getByRole('combobox', { name: 'Category' }).selectOption('Milk');
    await row(/Rent/).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Category' }).selectOption('');
    await row(/Rent/).waitFor();
    await list().getByRole('button', { name: 'Amount' }).click();
    await expect.poll(() => list().getByRole('row').nth(1).innerText()).toContain('Rent');
    await list().getByRole('definition').filter({ hasText: '$1,293.00' }).waitFor();
  });

  it('asks before unsaved changes are left', async () => {
    const { page } = open;
    await row(/Milk/).getByRole('link').click();
    await panel('Milk').getByRole('textbox', { name: 'Description' }).fill('For the weekend');
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Keep editing' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await panel('Milk').getByRole('textbox', { name: 'Description' }).inputValue()).toBe('For the weekend');
    await panel('Milk').getByRole('button', { name: 'Save' }).click();
    await panel('Milk').getByText('Milk is saved.').waitFor();
    await openByKey(page, 'Escape', list());
    await panel('Milk').waitFor({ state: 'detached' });
  });

  it(
    'shows both when somebody else changed it meanwhile',
    async () => {
      await row(/Rent/).getByRole('link').click();
      await panel('Rent').getByRole('textbox', { name: 'Amount' }).fill('1300');
      const [rent] = (await open.call('expenses.list', { search: 'rent' })).items;
      await open.call('expenses.update', { expense_id: rent?.id ?? 0, amount: 125_000 });
      await panel('Rent').getByRole('alertdialog', { name: 'Somebody else changed this meanwhile' }).waitFor();
      await panel('Rent')
        .getByRole('radio', { name: /\$1,250\.00/ })
        .waitFor();
      await panel('Rent')
        .getByRole('radio', { name: /\$1,300\.00/ })
        .click();
      await panel('Rent').getByRole('button', { name: 'Save with these' }).click();
      await panel('Rent').getByText('Rent is saved.').waitFor();
      expect((await open.call('expenses.list', { search: 'rent' })).items[0]?.amount).toBe(130_000);
      expect(await looksOf(open.page)).toEqual([]);
      await openByKey(open.page, 'Escape', list());
      await panel('Rent').waitFor({ state: 'detached' });
      expect(await looksOf(open.page)).toEqual([]);
    },
    LOOKS_TIMEOUT_MS,
  );

  it('takes one from the till only while a shift is open, and keeps it once the drawer was counted', async () => {
    const { page } = open;
    await openByKey(page, 'F2', panel('New expense'));
    await panel('New expense').getByText('No shift is open, so there is no drawer to pay it from.').waitFor();
    const { id } = await open.call('shifts.open', { opening_cash: 10_000 });
    await panel('New expense').getByRole('textbox', { name: 'Category' }).fill('Ice');
    await panel('New expense').getByRole('textbox', { name: 'Amount' }).fill('9.90');
    await panel('New expense').getByRole('switch', { name: 'Paid from the till' }).click({ force: true });
    await panel('New expense').getByRole('button', { name: 'Add expense' }).click();
    await panel('Ice').getByText('Ice is saved.').waitFor();
    expect((await open.call('expenses.list', { search: 'ice' })).items).toMatchObject([{ shift_id: id, paid_from_till: true }]);
    await open.call('shifts.close', { shift_id: id, closing_cash: 9_010 });
    await panel('Ice')
      .getByText(/The drawer of shift \d+ was counted with this expense/)
      .waitFor();
    await panel('Ice').getByRole('textbox', { name: 'Amount' }).fill('1');
    await panel('Ice').getByRole('button', { name: 'Save' }).click();
    await panel('Ice')
      .getByRole('alert')
      .getByText(/is closed: its drawer was counted with this expense/)
      .waitFor();
  });
});
