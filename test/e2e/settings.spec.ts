import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { openByKey } from '../support/keyboard.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, LockScreen } from './screens/index.ts';

const run = promisify(execFile);

/** A line as it stands on the screen, run by a real shell. */
const inShell = async (line: string): Promise<string> => (await run('sh', ['-c', `${line} --silent`])).stdout;

const freePort = async (): Promise<number> => {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
};

vi.setConfig({ testTimeout: 120_000 });

describe.each(TILL_DOORS)('the settings in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let header: Header;
  const isDesktop = door.name === 'the desktop app';
  const card = (name: string) => open.page.getByRole('region', { name, exact: true });
  const sections = () => open.page.getByRole('navigation', { name: 'Sections of the settings' });
  const goTo = async (name: string) => {
    await sections().getByRole('link', { name }).click();
    await sections().getByRole('link', { name }).and(open.page.locator('[aria-current="page"]')).waitFor();
  };

  /** By keyboard: the form moves while the state above it arrives, and a pointer would miss it. */
  const letIn = async (wanted: boolean): Promise<void> => {
    const lever = card('Network').getByRole('switch', { name: 'Let other devices in' });
    await expect
      .poll(async () => {
        if ((await lever.isChecked()) !== wanted) await lever.press('Space');
        return lever.isChecked();
      })
      .toBe(wanted);
  };

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    header = new Header(open.page);
    await new LockScreen(open.page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await header.navigation.waitFor();
    await header.goToOffice('Settings');
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('say what is wrong beside the field, and save by F10', async () => {
    const { page } = open;
    const name = card('Shop').getByRole('textbox', { name: 'Name of the shop' });
    await name.fill('');
    await card('Shop').getByText('Something must be entered here.').waitFor();
    expect(await card('Shop').getByRole('button', { name: /^Save/ }).isDisabled()).toBe(true);
    await name.fill('Kaffe & Co');
    await page.keyboard.press('F10');
    await card('Shop').getByText('Saved. It counts from now on.').waitFor();
    expect((await open.call('settings.get', {})).shop_name).toBe('Kaffe & Co');
    await page.getByRole('banner').getByText('Kaffe & Co').waitFor();
  });

  it('keep what was typed and not saved, wherever one goes meanwhile', async () => {
    const { page } = open;
    await goTo('Tax and money');
    const rate = () => card('Tax and money').getByRole('textbox', { name: 'Tax rate' });
    await rate().fill('101');
    await card('Tax and money').getByText('At most 100.').waitFor();
    await rate().fill('12,5');
    await header.goTo('Till');
    await header.goToOffice('Settings');
    await sections()
      .getByRole('link', { name: /Tax and money.*unsaved/ })
      .click();
    await expect.poll(() => rate().inputValue()).toBe('12,5');
    await page.keyboard.press('F10');
    await card('Tax and money').getByText('Saved. It counts from now on.').waitFor();
    expect((await open.call('settings.get', {})).tax_rate).toBe(125_000);
  });

  it('tell when somebody else saved meanwhile', async () => {
    await goTo('Drawer and stock');
    const low = card('Drawer and stock').getByRole('textbox', { name: 'Stock is low at' });
    await low.fill('7');
    await open.call('settings.update', { low_stock_threshold: 3 });
    await card('Drawer and stock').getByText('Somebody saved 3 meanwhile').waitFor();
    await card('Drawer and stock').getByRole('button', { name: 'Take back' }).click();
    await expect.poll(() => low.inputValue()).toBe('3');
  });

  it('offer ways to pay in an order of their own', async () => {
    const { page } = open;
    await goTo('Payment methods');
    const list = page.getByRole('list', { name: 'Payment methods' });
    await card('Payment methods').getByRole('button', { name: 'Add' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a payment method' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Gift card');
    await dialog.getByRole('radio', { name: 'Other' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await list.getByText('Gift card').waitFor();
    await list.getByRole('button', { name: 'Move Gift card up' }).click();
    await expect
      .poll(async () => (await open.call('paymentMethods.list', {})).map(({ code }) => code))
      .toEqual(['cash', 'card', 'gift_card', 'mobile']);
    await list.getByRole('switch', { name: 'The till offers Gift card' }).click({ force: true });
    await expect
      .poll(async () => (await open.call('paymentMethods.list', {})).find(({ code }) => code === 'gift_card')?.is_active)
      .toBe(false);
  });

  it('say that there is no printer, and print no test without one', async () => {
    await goTo('Printer');
    await card('Printer').getByText('Enter and save an address first.').waitFor();
    expect(await card('Printer').getByRole('button', { name: 'Print a test page' }).isDisabled()).toBe(true);
    await card('Printer').getByRole('textbox', { name: 'Address of the printer' }).fill('127.0.0.1');
    await card('Printer')
      .getByRole('textbox', { name: 'Port' })
      .fill(String(await freePort()));
    await open.page.keyboard.press('F10');
    await card('Printer').getByText('Saved. It counts from now on.').waitFor();
    await card('Printer').getByRole('button', { name: 'Print a test page' }).click();
    await card('Printer').getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
  });

  it('let other devices in, and out again', async () => {
    const { page } = open;
    await goTo('Network');
    if (!isDesktop) {
      await card('Now').getByText('Only this computer can open the shop').waitFor();
      await card('Now')
        .getByText(/Served by "philo serve" on 127\.0\.0\.1/)
        .waitFor();
      expect(await card('Network').count()).toBe(0);
      return;
    }
    await card('Now').getByText('Closed: no other device can reach this shop').waitFor();
    const port = await freePort();
    await card('Network').getByRole('textbox', { name: 'Port' }).fill(String(port));
    await letIn(true);
    await page.keyboard.press('F10');
    await card('Now')
      .getByText(/^(Other devices can open this shop at|Open, but this computer is in no network now)$/)
      .waitFor();
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`);
    expect(await answer.json()).toMatchObject({ person: null });
    const { urls } = await open.call('network.get', {});
    for (const url of urls) await card('Now').getByText(url, { exact: true }).waitFor();
    if (urls[0]) await page.getByRole('img', { name: `QR code of ${urls[0]}` }).waitFor();
  });

  it('make a key with a line that works as it stands, and revoke it with a reason', async () => {
    const { page } = open;
    await goTo('API keys');
    await card('API keys').getByRole('button', { name: 'New key' }).click();
    const dialog = page.getByRole('dialog', { name: 'New API key' });
    await dialog.getByRole('textbox', { name: 'What is it for?' }).fill('Web shop');
    await dialog.getByRole('radio', { name: 'Cashier' }).click();
    await dialog.getByRole('button', { name: 'Make the key' }).click();
    const line = await page.getByTestId('curl-line').innerText();
    expect(JSON.parse(await inShell(line))).toMatchObject({ person: { name: 'Web shop', role: 'cashier' } });
    await page.getByRole('button', { name: 'Copy the key' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByTestId('new-key').waitFor({ state: 'hidden' });
    await card('API keys').getByRole('button', { name: 'Revoke Web shop' }).click();
    const question = page.getByRole('dialog', { name: 'Revoke Web shop?' });
    await question.getByRole('button', { name: 'No longer used' }).click();
    await question.getByRole('button', { name: 'Revoke', exact: true }).click();
    await question.waitFor({ state: 'hidden' });
    await card('API keys')
      .getByText(/Revoked .* · Nora Lind · No longer used/)
      .waitFor();
    expect(JSON.parse(await inShell(line))).toMatchObject({ code: 'unauthenticated' });
  });

  it.runIf(isDesktop)('close the shop to other devices again', async () => {
    const { network_port: port } = await open.call('settings.get', {});
    await goTo('Network');
    await letIn(false);
    await open.page.keyboard.press('F10');
    await card('Now').getByText('Closed: no other device can reach this shop').waitFor();
    await expect(fetch(`http://127.0.0.1:${port}/api/v1/session`)).rejects.toThrow();
  });

  it('speak another language and show other colours at once', async () => {
    const { page } = open;
    await goTo('Language and look');
    await card('Language and look').getByRole('radio', { name: 'Dark' }).click();
    await card('Language and look')
      .getByRole('radio', { name: 'Norwegian Bokmål', exact: false })
      .or(card('Language and look').getByRole('radio', { name: /norsk/i }))
      .click();
    await page.keyboard.press('F10');
    await page.getByRole('heading', { name: 'Innstillinger' }).waitFor();
    await expect.poll(() => page.evaluate("document.documentElement.getAttribute('data-mantine-color-scheme')")).toBe('dark');
    await open.call('settings.update', { language: 'en', appearance: 'light' });
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await expect.poll(() => page.evaluate("document.documentElement.getAttribute('data-mantine-color-scheme')")).toBe('light');
  });

  it('are walked by keyboard alone', async () => {
    const { page } = open;
    await openByKey(page, 'PageDown', card('About'));
    await card('About').getByText(folder.path).waitFor();
    await openByKey(page, 'PageUp', card('Language and look'));
    expect(page.url()).toContain('/office/settings/appearance');
  });

  it('show the licences of what the program is built with', async () => {
    const { page } = open;
    await sections().getByRole('link', { name: 'About' }).click();
    await card('About').getByRole('button', { name: 'Read all licences' }).click();
    const texts = page.getByRole('dialog', { name: 'Licences of others' });
    await texts.getByText(/better-sqlite3 \d/).press('Enter');
    await texts.getByText('Permission is hereby granted').locator('visible=true').waitFor();
    expect(await texts.getByRole('listitem').count()).toBeGreaterThan(50);
    await page.keyboard.press('Escape');
    await texts.waitFor({ state: 'detached' });
  });

  it.runIf(door.name === 'the desktop app')('have nothing that axe finds, in both schemes and every size', async () => {
    const { page } = open;
    for (const name of ['Shop', 'Tax and money', 'Payment methods', 'Network', 'API keys', 'About']) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await goTo(name);
      for (const [width, height] of [
        [1280, 800],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        await header.toggleScheme();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect([name, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([name, []]);
        expect([name, width, await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)')]).toEqual([
          name,
          width,
          0,
        ]);
      }
    }
  });

  it('are read, not changed, by a manager', async () => {
    const { page } = open;
    await page.setViewportSize({ width: 1280, height: 800 });
    await header.lock();
    await new LockScreen(page).signIn(PEOPLE.manager.name, PEOPLE.manager.pin);
    await header.navigation.waitFor();
    await header.goToOffice('Settings');
    await card('Shop').getByText('Only the owner changes these.').waitFor();
    expect(await card('Shop').getByRole('button', { name: /^Save/ }).count()).toBe(0);
    expect(await sections().getByRole('link', { name: 'API keys' }).count()).toBe(0);
  });
});
