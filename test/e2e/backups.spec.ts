import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, LockScreen } from './screens/index.ts';

vi.setConfig({ testTimeout: 120_000 });

describe.each(TILL_DOORS)('the backups in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  const copies = () => open.page.getByTestId('backup');
  const enter = async () => {
    await new LockScreen(open.page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await new Header(open.page).navigation.waitFor();
    await new Header(open.page).goToOffice('Settings');
    const sections = open.page.getByRole('navigation', { name: 'Sections of the settings' });
    await sections.getByRole('link', { name: 'Backups' }).click();
  };

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    await enter();
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('are made and verified by hand', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText(/^The backup of .* is made and verified\.$/).waitFor();
    await expect.poll(() => copies().count()).toBe(1);
    expect(await copies().innerText()).toContain('Verified');
    await page.getByRole('button', { name: /^Verify the backup of/ }).click();
    await page.getByText(/^The backup of .* is sound\.$/).waitFor();
  });

  it('are put back only after saying what that undoes, and by typing that it is meant', async () => {
    const { page } = open;
    const [item] = (await open.call('items.list', {})).items;
    const { total } = await open.call('orders.list', {});
    await open.call('orders.create', { items: [{ item_id: item?.id ?? 0 }] });
    await page.getByRole('button', { name: /^Restore the backup of/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Go back to/ });
    await dialog.getByTestId('undone').getByText('1 order', { exact: true }).waitFor();
    const restore = dialog.getByRole('button', { name: 'Restore', exact: true });
    expect(await restore.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('restore');
    await restore.click();
    await page.getByRole('radiogroup', { name: 'Who is at the till?' }).waitFor();
    await enter();
    expect((await open.call('orders.list', {})).total).toBe(total);
    await expect.poll(() => copies().count()).toBe(2);
    await page.getByText('Before a restore').waitFor();
  });

  it('are thrown away one by one, but never the only one that is proved', async () => {
    const { page } = open;
    const deletions = page.getByRole('button', { name: /^Delete the backup of/ });
    const question = page.getByRole('dialog', { name: /^Delete the backup of/ });
    await deletions.last().click();
    await question.getByRole('button', { name: 'Delete', exact: true }).click();
    await question.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    await question.getByRole('button', { name: 'Back' }).click();
    await question.waitFor({ state: 'hidden' });
    await deletions.first().click();
    await question.getByRole('button', { name: 'Delete', exact: true }).click();
    await question.waitFor({ state: 'hidden' });
    await expect.poll(() => copies().count()).toBe(1);
  });

  it.runIf(door.name === 'the desktop app')('have nothing that axe finds, and fit every size', async () => {
    const { page } = open;
    for (const [width, height] of [
      [1024, 768],
      [390, 844],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    for (const scheme of ['dark', 'light'] as const) {
      await page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect([scheme, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([scheme, []]);
    }
  });

  it('come before the demo café is thrown away, which leaves an empty shop and its owner', async () => {
    const { page } = open;
    await page.getByRole('navigation', { name: 'Sections of the settings' }).getByRole('link', { name: 'Shop' }).click();
    await page.getByRole('button', { name: 'Throw the demo away' }).click();
    const dialog = page.getByRole('dialog', { name: 'Throw the demo café away?' });
    await dialog.getByRole('textbox').fill('DISCARD');
    await dialog.getByRole('button', { name: 'Throw the demo away' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(async () => (await open.call('session.get', {})).demo).toBe(false);
    expect((await open.call('session.get', {})).staff.map(({ name }) => name)).toEqual([PEOPLE.owner.name]);
  });
});
