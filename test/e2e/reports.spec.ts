import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { readMoney } from '../support/figures.ts';
import { tabTo } from '../support/keyboard.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Dashboard, Header, LockScreen } from './screens/index.ts';

/** Other work may slow the machine that runs this. */
const PATIENT = { timeout: 20_000 } as const;

const faults = async (page: Page): Promise<string[]> => {
  await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))');
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
};

describe.each(TILL_DOORS)('the reports in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let page: Page;

  const title = (name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true });
  const rows = () => page.locator('tbody tr');
  /** A cell of the totals, by the head of its column. */
  const total = async (column: string): Promise<string> => {
    const heads = await page.locator('thead th').allInnerTexts();
    return page.locator('tfoot tr > *').nth(heads.indexOf(column)).innerText();
  };
  const openReport = async (name: string): Promise<void> => {
    await page.getByRole('link', { name, exact: true }).click();
    await title(name).waitFor();
  };

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    page = open.page;
    await new LockScreen(page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await new Header(page).navigation.waitFor();
    const { items } = await open.call('items.list', { per_page: 3 });
    const { id: shift_id } = await open.call('shifts.open', { opening_cash: 10_000 });
    const [first, second] = items;
    for (let sale = 0; sale < 3; sale += 1)
      await open.call('orders.create', { items: [{ item_id: first?.id ?? 0, quantity: 2 }, { item_id: second?.id ?? 0 }] });
    const sold = await open.call('orders.create', { items: [{ item_id: second?.id ?? 0 }], payment_method: 'card' });
    await open.call('refunds.create', { order_id: sold.id, reason: 'Cold' });
    await open.call('shifts.close', { shift_id, closing_cash: 9900, over_short_comment: 'Counted twice' });
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('are found in the back office, and show what the API says', async () => {
    await new Header(page).goToOffice('Reports');
    await title('Reports').waitFor();
    await openReport('Sales by item');
    await expect.poll(() => rows().count(), PATIENT).toBe(2);
    const { totals } = await open.call('reports.items', {});
    const money = (minor: number) => `$${(minor / 100).toFixed(2)}`;
    expect(await total('With tax')).toBe(money(totals['total'] ?? 0));
    expect(await total('Returned')).toBe(money(totals['returned'] ?? 0));
  });

  it('sort by a head and keep days, filters and order in the address', async () => {
    await page.getByRole('button', { name: 'Item', exact: true }).click();
    await page.locator('th[aria-sort=ascending]', { hasText: 'Item' }).waitFor();
    await page.getByRole('textbox', { name: 'Item' }).fill('zzz');
    await page.getByText('Nothing here').waitFor();
    await page.getByRole('textbox', { name: 'Item' }).fill('');
    await expect.poll(() => rows().count(), PATIENT).toBe(2);
    await page.getByRole('combobox', { name: 'Days shown' }).selectOption('yesterday');
    await page.getByText('Nothing here').waitFor();
    expect(await page.evaluate<string>('location.href')).toMatch(/range=yesterday.*sort=item|sort=item.*range=yesterday/);
    await page.reload();
    await page.getByText('Nothing here').waitFor();
    await page.getByRole('combobox', { name: 'Days shown' }).selectOption('last_30');
    await expect.poll(() => rows().count(), PATIENT).toBe(2);
  });

  it('are saved by keyboard alone, as what is shown', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('F7')]);
    expect(download.suggestedFilename()).toMatch(/^sales-by-item-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync((await download.path()) ?? '', 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(3);
    const shown = await rows().first().locator('td').first().innerText();
    expect(lines[1]).toContain(shown);
    await page.keyboard.press('Escape');
    await title('Reports').waitFor();
    const file = page.getByTestId('export-row').filter({ hasText: 'Sales by item · CSV' });
    await file.waitFor();
    const [again] = await Promise.all([page.waitForEvent('download'), file.getByRole('button', { name: /^Save/ }).click()]);
    expect(again.suggestedFilename()).toBe(download.suggestedFilename());
    await file.getByRole('button', { name: /^Delete/ }).click();
    await expect.poll(() => file.count(), PATIENT).toBe(0);
  });

  it.each([
    ['Sales by item', 'With tax'],
    ['Payments by method', 'Kept'],
    ['Sales by person', 'With tax'],
    ['Sales by tax rate', 'With tax'],
  ])('lead from each row of %s to the orders behind it, whose sum it is', async (name, column) => {
    await openReport(name);
    await expect.poll(() => rows().count(), PATIENT).toBeGreaterThan(0);
    const heads = await page.locator('thead th').allInnerTexts();
    const links = rows().locator('td:first-child a');
    expect(await links.count()).toBe(await rows().count());
    const { behind } = new Dashboard(page);
    for (let row = 0; row < (await rows().count()); row += 1) {
      const figure = await rows().nth(row).locator('td').nth(heads.indexOf(column)).innerText();
      await links.nth(row).click();
      await expect.poll(() => behind.figure.innerText(), PATIENT).toBe(figure);
      const amounts = await behind.allAmounts();
      expect(amounts.reduce((sum, amount) => sum + readMoney(amount), 0)).toBe(readMoney(figure));
      await behind.close();
    }
    await page.getByRole('link', { name: 'Reports', exact: true }).first().click();
    await title('Reports').waitFor();
  });

  it('open and close a row by keyboard, and lead on to an order and back', async () => {
    await openReport('Sales by item');
    await expect.poll(() => rows().count(), PATIENT).toBe(2);
    const first = await rows().first().locator('td').first().innerText();
    await tabTo(page, new RegExp(`^${first}$`));
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: first });
    await panel.getByTestId('behind-order').first().waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await title('Sales by item').waitFor();
    await page.getByRole('link', { name: 'Reports', exact: true }).first().click();
    await openReport('Refunds');
    await rows().first().getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: /^Order 0004/ }).waitFor();
    await page.goBack();
    await title('Refunds').waitFor();
    await page.keyboard.press('Escape');
    await title('Reports').waitFor();
  });

  it('read themselves again when something is sold', async () => {
    await openReport('Sales by item');
    await expect.poll(() => rows().count(), PATIENT).toBe(2);
    const before = await total('With tax');
    const { items } = await open.call('items.list', { per_page: 1 });
    await open.call('orders.create', { items: [{ item_id: items[0]?.id ?? 0 }] });
    await expect.poll(() => total('With tax'), PATIENT).not.toBe(before);
    const { totals } = await open.call('reports.items', {});
    expect(readMoney(await total('With tax'))).toBe(totals['total']);
    await page.keyboard.press('Escape');
    await title('Reports').waitFor();
  });

  it.runIf(door === TILL_DOORS[1])('say in words that a report cannot be read, and read it when asked again', async () => {
    await page.route('**/api/v1/reports/categories*', (route) => route.abort());
    await openReport('Sales by category');
    await page.getByRole('alert').getByText('Philo POS cannot be reached').waitFor(PATIENT);
    await page.unroute('**/api/v1/reports/categories*');
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => rows().count(), PATIENT).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await title('Reports').waitFor();
  });

  it('lead from the Z archive to a Z that can be printed again', async () => {
    await openReport('Z reports');
    await page.getByRole('link', { name: 'Z 1' }).click();
    await page.getByRole('article').getByRole('heading', { name: /Z/ }).first().waitFor();
    expect(await page.evaluate<string>('location.href')).toMatch(/shift\/z\/1$/);
    await page.goBack();
    await title('Z reports').waitFor();
    await page.getByRole('link', { name: 'Reports', exact: true }).first().click();
    await title('Reports').waitFor();
    expect(await rows().count()).toBe(0);
  });

  // Axe needs a page of a context of its own, which is what the desktop's window is; the screens are the same.
  it.runIf(door === TILL_DOORS[0])('are clean in both schemes, and fit a phone', { timeout: 240_000 }, async () => {
    await openReport('Cash over and short by shift');
    await expect.poll(() => rows().count(), PATIENT).toBe(1);
    for (const scheme of ['light', 'dark']) {
      await page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
      expect([scheme, await faults(page)]).toEqual([scheme, []]);
    }
    await page.keyboard.press('Escape');
    await title('Reports').waitFor();
    await openReport('Sales by item');
    await rows().first().getByRole('link').click();
    await page.getByTestId('behind-order').first().waitFor();
    for (const scheme of ['light', 'dark']) {
      await page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
      expect([scheme, await faults(page)]).toEqual([scheme, []]);
    }
    await new Dashboard(page).behind.close();
    await page.keyboard.press('Escape');
    await title('Reports').waitFor();
    for (const scheme of ['dark', 'light']) {
      await page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
      expect([scheme, await faults(page)]).toEqual([scheme, []]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});
