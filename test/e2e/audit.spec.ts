import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { tabTo } from '../support/keyboard.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, LockScreen } from './screens/index.ts';

vi.setConfig({ testTimeout: 120_000 });

describe.each(TILL_DOORS)('the audit in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  const rows = () => open.page.getByTestId('audit-row');
  const row = (text: RegExp) => rows().filter({ hasText: text });
  const filter = (name: string) => open.page.getByRole('combobox', { name, exact: true });

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    await new LockScreen(open.page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await new Header(open.page).navigation.waitFor();
    const [item] = (await open.call('items.list', { search: 'Harbour Latte' })).items;
    await open.call('items.update', { item_id: item?.id ?? 0, price: 5_55 });
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('tells who changed what, and shows before and after side by side', async () => {
    const { page } = open;
    await new Header(page).goToOffice('Audit');
    await row(/Nora Lind changed Item “Harbour Latte”/).click();
    const detail = page.getByRole('complementary', { name: /^Row \d+/ });
    await detail.waitFor();
    const price = detail.getByRole('row', { name: /^Price/ });
    await price.waitFor();
    const [before, after] = await price.getByRole('cell').allInnerTexts();
    expect([before, after]).toEqual([expect.stringMatching(/^\$/), '$5.55']);
    expect(before).not.toBe(after);
    expect(await price.getAttribute('data-changed')).toBe('true');
    expect(page.url()).toMatch(/office\/audit\/\d+/);
    await page.keyboard.press('Escape');
    await detail.waitFor({ state: 'hidden' });
  });

  it('is narrowed by person, thing, act and days, and keeps that in its address', async () => {
    const { page } = open;
    await filter('Thing').selectOption('Item');
    await filter('Act').selectOption('update');
    await expect.poll(() => rows().count()).toBe(1);
    await filter('Person').selectOption('Demo');
    await page.getByText('Nothing was done').waitFor();
    await filter('Person').selectOption(PEOPLE.owner.name);
    await expect.poll(() => rows().count()).toBe(1);
    expect(page.url()).toContain('thing=Item');
    await page.reload();
    await expect.poll(() => rows().count()).toBe(1);
    expect(await filter('Person').inputValue()).toBe(PEOPLE.owner.name);
    await filter('Days').selectOption('range');
    await page.getByLabel('To', { exact: true }).fill('2001-01-01');
    await page.getByText('Nothing was done').waitFor();
    await page.getByRole('button', { name: 'All time' }).click();
    await expect.poll(() => rows().count()).toBe(1);
  });

  it('proves its chain, by keyboard', async () => {
    const { page } = open;
    const { total } = await open.call('audit.list', {});
    await page.keyboard.press('F8');
    const chain = page.getByRole('region', { name: 'Chain of proof' });
    await chain.getByText(/^Whole: all/).waitFor();
    const verified = Number(/all (\S+) rows/.exec(await chain.innerText())?.[1]?.replaceAll(/\D/g, ''));
    expect(verified).toBeGreaterThanOrEqual(total);
  });

  it('is saved as CSV as it is narrowed', async () => {
    const { page } = open;
    const text = new TextDecoder().decode(await open.call('audit.export', { entity_type: 'Item', action: 'update' }));
    expect(text.trim().split('\r\n')).toHaveLength(2);
    await page.getByRole('button', { name: /^CSV/ }).click();
    await expect.poll(() => page.getByRole('button', { name: /^CSV/ }).isEnabled()).toBe(true);
    expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0);
  });

  it('leads to the things it speaks of', async () => {
    const { page } = open;
    await filter('Thing').selectOption('Staff');
    await filter('Act').selectOption('');
    await filter('Person').selectOption('');
    await row(/added Person “Ines Kaya”/).click();
    await page.getByRole('link', { name: 'Show: Person' }).click();
    await page.getByRole('region', { name: PEOPLE.cashier.name }).waitFor();
    expect(page.url()).toContain('/staff/');
  });

  it('is read by keyboard alone', async () => {
    const { page } = open;
    await new Header(page).goToOffice('Audit');
    await rows().first().waitFor();
    await expect
      .poll(async () => {
        await page.keyboard.press('/');
        return page.evaluate("document.activeElement?.getAttribute('aria-label')");
      })
      .toBe('Person');
    await tabTo(page, /changed|added|signed in/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const detail = page.getByRole('complementary', { name: /^Row \d+/ });
    await detail.waitFor();
    await page.keyboard.press('Escape');
    await detail.waitFor({ state: 'hidden' });
  });

  it.runIf(door.name === 'a browser')('says in words that it cannot be read, and reads it when asked again', async () => {
    const { page } = open;
    await page.route('**/api/v1/audit-logs?*', (route) => route.abort());
    await page.reload();
    await page.getByRole('alert').getByText('Philo POS cannot be reached').waitFor();
    await page.unroute('**/api/v1/audit-logs?*');
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => rows().count()).toBeGreaterThan(0);
  });

  it.runIf(door.name === 'the desktop app')('has nothing that axe finds, in both schemes and every size', async () => {
    const { page } = open;
    const header = new Header(page);
    await header.goToOffice('Audit');
    await rows().first().click();
    await page.getByRole('complementary', { name: /^Row \d+/ }).waitFor();
    for (const [width, height] of [
      [1280, 800],
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (let scheme = 0; scheme < 2; scheme += 1) {
        await header.toggleScheme();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      }
    }
  });
});
