import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { writeArchive } from '../../src/core/modules/exchange/index.ts';
import { archiveParts } from '../support/archive-parts.ts';
import { makeDemoShop } from '../support/demo-shop.ts';
import { writeOriginal } from '../support/original-schema.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { FirstRun, Header, LockScreen, Till } from './screens/index.ts';

// Each begins with a program of its own, and one makes two weeks of sales.
vi.setConfig({ testTimeout: 240_000 });

describe.each(TILL_DOORS)('the first run in $name', (door) => {
  let open: OpenTill;
  let folder: ReturnType<typeof tempFolder>;
  const begin = async (): Promise<FirstRun> => {
    folder = tempFolder();
    open = await door.open(folder.path);
    return new FirstRun(open.page);
  };

  afterEach(async () => {
    await open?.close();
    folder.remove();
  });

  it('makes an empty shop with an owner, who has to know the PIN from then on', async () => {
    const run = await begin();
    const { page } = open;
    await run.next();
    await run.step('Your shop').waitFor();
    await run.next();
    await page.getByText('Give the shop a name.').waitFor();
    await run.shop({ name: 'Kaffe Nord', currency: 'NOK', zone: 'Europe/Oslo' });
    await page.getByRole('textbox', { name: 'Tax rate' }).fill('abc');
    await run.next();
    await page.getByText('A rate is a number from 0 to 100.').waitFor();
    await run.money('15');
    for (const [pin, fault] of [
      ['12', 'A PIN has 4 to 8 digits.'],
      ['0000', 'One digit over and over'],
      ['1234', 'Digits in a row'],
    ] as const) {
      await run.fillOwner('Grace Hopper', pin, pin);
      await run.next();
      await page.getByText(fault).waitFor();
    }
    await run.fillOwner('Grace Hopper', '4821', '4822');
    await run.next();
    await page.getByText('The two PINs are not the same.').waitFor();
    await run.owner('Grace Hopper', '4821');
    // Nothing is made before the last step.
    expect((await open.call('session.get', {})).needs_owner).toBe(true);
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.getByRole('textbox', { name: 'Your name' }).inputValue()).toBe('Grace Hopper');
    await run.next();
    await run.finish('With an empty shop');

    const session = await open.call('session.get', {});
    expect(session).toMatchObject({
      person: { name: 'Grace Hopper', role: 'owner' },
      demo: false,
      shop: { name: 'Kaffe Nord', currency: 'NOK', time_zone: 'Europe/Oslo', language: 'en' },
    });
    expect((await open.call('settings.get', {})).tax_rate).toBe(150_000);
    await page.getByText('The menu is empty').waitFor();
    const lock = new LockScreen(page);
    await new Header(page).lock();
    await lock.signIn('Grace Hopper', '0000');
    await lock.problem.getByText('This PIN is not right. Try again.').waitFor();
    await lock.signIn('Grace Hopper', '4821');
    await new Header(page).navigation.waitFor();
    await expect(open.call('session.createOwner', { name: 'Mallory', pin: '4711' })).rejects.toThrow(/setup_done|409/);
    await expect(
      open.call('setup.run', {
        language: 'en',
        shop_name: 'X',
        currency: 'USD',
        time_zone: 'UTC',
        tax_rate: 0,
        owner_name: 'Mallory',
        pin: '4711',
        start: 'empty',
      }),
    ).rejects.toThrow(/setup_done|409/);
  });

  it('is done by keyboard alone and ends with the demo café, ready to sell', async () => {
    await begin();
    const { page } = open;
    const { keyboard } = page;
    const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
    await title('Which language?');
    await keyboard.press('ArrowDown');
    await title('Hvilket språk?');
    await keyboard.press('ArrowUp');
    await title('Which language?');
    await keyboard.press('Enter');
    await title('Your shop');
    await keyboard.type('Demo bar');
    await keyboard.press('Enter');
    await title('Tax and money');
    await keyboard.press('Escape');
    await title('Your shop');
    await keyboard.press('Enter');
    await title('Tax and money');
    await keyboard.type('8');
    await keyboard.press('Enter');
    await title('You, the owner');
    await keyboard.type('Ada');
    await keyboard.press('Tab');
    await keyboard.type('4821');
    await page.getByLabel('The same PIN again').focus();
    await keyboard.type('4821');
    await keyboard.press('Enter');
    await title('How do you begin?');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await new Header(page).navigation.waitFor({ timeout: 60_000 });
    await new Till(page).ready();
    expect((await open.call('shifts.list', { status: 'open' })).total).toBe(1);
    expect(await open.call('session.get', {})).toMatchObject({ demo: true, staff: [{ name: 'Ada' }] });
  });

  it('brings over a Philo database, after saying what is in it', async () => {
    const run = await begin();
    const { page } = open;
    await run.language('English');
    await run.shop({ name: 'Old shop', currency: 'USD', zone: 'UTC' });
    await run.money('8');
    await run.owner('Ada', '4821');
    await page.getByRole('radio', { name: /^From a file/ }).click();
    await page.getByRole('button', { name: 'Open the till' }).click();
    await page.getByText('Choose the file first').waitFor();
    const picker = page.getByLabel('File to start from');
    await picker.setInputFiles({ name: 'notes.db', mimeType: 'application/octet-stream', buffer: Buffer.from('no database') });
    await page
      .getByRole('alert')
      .filter({ hasText: /notes\.db/ })
      .waitFor();
    await picker.setInputFiles(writeOriginal(join(folder.path, '..', `original-${Date.now()}.db`)));
    await page.getByTestId('found').getByText('It holds 3 items in 2 categories, 2 customers and 4 orders.').waitFor();
    await page.getByRole('button', { name: 'Open the till' }).click();
    await new Header(page).navigation.waitFor();
    expect((await open.call('items.list', {})).total).toBe(3);
    expect((await open.call('staff.list', {})).map(({ name }) => name)).toEqual(['Ada']);
  });

  it('becomes the whole shop that was saved elsewhere, and its owner signs in with the new PIN', async () => {
    const elsewhere = tempFolder();
    try {
      await makeDemoShop(elsewhere.path);
      const file = join(elsewhere.path, 'shop.zip');
      await writeArchive({ database: join(elsewhere.path, 'philo.db'), file, now: new Date().toISOString(), programVersion: '1.0.0' });
      const before = await archiveParts(file);
      const run = await begin();
      const { page } = open;
      await run.language('English');
      await run.shop({ name: 'Typed for nothing', currency: 'NOK', zone: 'Europe/Oslo' });
      await run.money('25');
      await run.owner('Ada', '4821');
      await page.getByRole('radio', { name: /^From a file/ }).click();
      await page.getByLabel('File to start from').setInputFiles(file);
      await page
        .getByTestId('found')
        .getByText('Of your answers only the PIN counts: it becomes that of Nora Lind.', { exact: false })
        .waitFor();
      await page.getByRole('button', { name: 'Open the till' }).click();
      await new Header(page).navigation.waitFor({ timeout: 60_000 });
      const session = await open.call('session.get', {});
      expect(session).toMatchObject({ person: { name: 'Nora Lind', role: 'owner' }, shop: { name: 'Philo Coffee Shop', currency: 'USD' } });
      const again = join(elsewhere.path, 'again.zip');
      await writeArchive({ database: join(folder.path, 'philo.db'), file: again, now: new Date().toISOString(), programVersion: '1.0.0' });
      const after = await archiveParts(again);
      for (const [name, text] of before) {
        // What is done here comes on top.
        if (name === 'tables/audit_log.jsonl') expect(after.get(name)?.startsWith(text)).toBe(true);
        else if (name !== 'manifest.json') expect(after.get(name), name).toBe(text);
      }
    } finally {
      elsewhere.remove();
    }
  });

  // axe needs what only the stand-in's browser gives it; the screens are the same files through both doors.
  it.runIf(door.name === 'the desktop app')('has nothing that axe finds in any step, and fits every size', async () => {
    const run = await begin();
    const { page } = open;
    const look = async (): Promise<void> => {
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
    };
    await run.step('Which language?').waitFor();
    await look();
    await run.language('English');
    await look();
    await run.shop({ name: 'Shop', currency: 'USD', zone: 'UTC' });
    await look();
    await run.money('');
    await run.next();
    await page.getByText('Enter your name.').waitFor();
    await look();
    await run.owner('Ada', '4821');
    await page.getByRole('radio', { name: /^From a file/ }).click();
    await look();
  });
});
