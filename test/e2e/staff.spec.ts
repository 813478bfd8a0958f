import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allow } from '../support/approval.ts';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { tabTo } from '../support/keyboard.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Header, LockScreen, ShiftScreen, StaffScreen, Till, You } from './screens/index.ts';

const MIRA = { name: 'Mira Aas', pin: '55667' } as const;

describe.each(TILL_DOORS)('the people in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let header: Header;

  const becomes = async (who: { readonly name: string; readonly pin: string }): Promise<void> => {
    await header.lock();
    await new LockScreen(open.page).signIn(who.name, who.pin);
    await header.navigation.waitFor();
  };

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    header = new Header(open.page);
    await new LockScreen(open.page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await header.navigation.waitFor();
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('adds somebody, with one permission more and one less than the role', async () => {
    const { page } = open;
    await header.goToOffice('Staff');
    const staff = new StaffScreen(page);
    await staff.list.getByRole('button', { name: 'Add' }).click();
    await staff.form().getByRole('button', { name: 'Add person' }).click();
    await staff.form().getByText('Enter a name.').waitFor();
    await staff.add({ ...MIRA, role: 'Cashier' });
    await staff.switch(MIRA.name, 'Open the drawer without a sale');
    await staff.switch(MIRA.name, 'Pay cash out');
    await staff.save(MIRA.name);
    expect(await staff.form(MIRA.name).getByText('added', { exact: true }).count()).toBe(1);
    expect(await staff.form(MIRA.name).getByText('withheld', { exact: true }).count()).toBe(1);
    const made = (await open.call('staff.list', {})).find(({ name }) => name === MIRA.name);
    expect(made).toMatchObject({ role: 'cashier', is_active: true, granted: ['drawer.no_sale'], withheld: ['drawer.paid_out'] });
  });

  it('refuses a name that is taken, in words', async () => {
    const staff = new StaffScreen(open.page);
    await staff.list.getByRole('button', { name: 'Add' }).click();
    const form = staff.form();
    await form.getByRole('textbox', { name: 'Name' }).fill(MIRA.name);
    await form.getByLabel('PIN', { exact: true }).fill('9988');
    await form.getByRole('button', { name: 'Add person' }).click();
    const told = form.getByRole('alert').getByText(/somebody named 'Mira Aas' already/);
    await told.waitFor();
    expect(await told.count()).toBe(1);
  });

  it('lets her sign in, and do exactly that', async () => {
    await becomes(MIRA);
    const { page } = open;
    expect(await header.navigation.getByRole('link', { name: 'Back office' }).count()).toBe(0);
    await open.call('shifts.open', { opening_cash: 100_00 });
    await header.goTo('Shift');
    const shift = new ShiftScreen(page);
    await shift.current.waitFor();
    const noSale = await shift.begin('No sale');
    await noSale.getByRole('textbox', { name: 'Reason' }).fill('Changing a note');
    await noSale.getByRole('button', { name: 'Open the drawer' }).click();
    await noSale.waitFor({ state: 'hidden' });
    const paidOut = await shift.begin('Paid out');
    await paidOut.getByRole('textbox', { name: 'Amount' }).fill('5');
    await paidOut.getByRole('textbox', { name: 'Reason' }).fill('Float');
    await paidOut.getByRole('button', { name: 'Take cash out' }).click();
    expect(await allow(page, PEOPLE.owner)).toContain('Paid out, $5.00');
    await paidOut.waitFor({ state: 'hidden' });
    const { items } = await open.call('drawer.list', {});
    expect(items.map(({ kind, made_by, approved_by }) => [kind, made_by, approved_by])).toEqual([
      ['paid_out', MIRA.name, PEOPLE.owner.name],
      ['no_sale', MIRA.name, null],
    ]);
  });

  it('says no in words when nobody allows it', async () => {
    const { page } = open;
    const shift = new ShiftScreen(page);
    const dialog = await shift.begin('Paid out');
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('5');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Float');
    await dialog.getByRole('button', { name: 'Take cash out' }).click();
    const question = page.getByRole('dialog', { name: "A manager's PIN is needed" });
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    await dialog
      .getByRole('alert')
      .getByText(/needs a manager's PIN/)
      .waitFor();
    await page.keyboard.press('Escape');
    expect((await open.call('drawer.list', {})).total).toBe(2);
  });

  it('opens the back office to somebody who was given the menu, and shows her the menu but no figures', async () => {
    await becomes(PEOPLE.owner);
    const mira = (await open.call('staff.list', {})).find(({ name }) => name === MIRA.name);
    if (!mira) throw new Error(`${MIRA.name} is not on the staff`);
    await open.call('staff.update', { staff_id: mira.id, granted: [...mira.granted, 'menu.manage'] });
    await becomes(MIRA);
    const { page } = open;
    await header.goToOffice('Items');
    await page.getByRole('button', { name: /^Add item/ }).waitFor();
    const pages = page.getByRole('navigation', { name: 'Back office' }).getByRole('link');
    expect(await pages.filter({ hasText: /Dashboard|Reports|Staff|Audit/ }).count()).toBe(0);
    await header.goTo('Shift');
  });

  it('clocks in and out from the header, and a manager corrects what was forgotten', async () => {
    const { page } = open;
    const you = new You(page, MIRA.name);
    await you.open();
    expect(await you.state.innerText()).toBe('Not clocked in');
    await you.clock('in');
    await you.clock('out');
    await you.dialog.getByRole('link', { name: 'All hours' }).click();
    await page.getByRole('heading', { name: 'Your hours' }).waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);

    await becomes(PEOPLE.manager);
    await header.goToOffice('Staff');
    await page.getByRole('navigation', { name: 'Staff and hours' }).getByRole('link', { name: 'Hours' }).click();
    await page.getByRole('button', { name: new RegExp(`^Correct the hours of ${MIRA.name}`) }).click();
    const dialog = page.getByRole('dialog', { name: `Correct hours of ${MIRA.name}` });
    const [clocked] = (await open.call('timeClock.list', {})).items;
    const day = clocked?.clocked_in_at.slice(0, 10) ?? '';
    await dialog.getByLabel('In', { exact: true }).fill(`${day}T00:10`);
    await dialog.getByLabel('Out', { exact: true }).fill(`${day}T00:05`);
    await dialog.getByRole('button', { name: 'Forgot to clock in' }).click();
    await dialog.getByRole('button', { name: 'Save the correction' }).click();
    await dialog.getByText('This is before the time in.').waitFor();
    await dialog.getByLabel('Out', { exact: true }).fill(`${day}T08:40`);
    await dialog.getByRole('button', { name: 'Save the correction' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const [punch] = (await open.call('timeClock.list', {})).items;
    // The demo café keeps its clock in UTC.
    expect(punch).toMatchObject({
      clocked_in_at: `${day}T00:10:00.000Z`,
      clocked_out_at: `${day}T08:40:00.000Z`,
      original: { clocked_in_at: clocked?.clocked_in_at, clocked_out_at: clocked?.clocked_out_at },
      correction: { reason: 'Forgot to clock in', corrected_by: PEOPLE.manager.name },
    });
    const row = page.getByRole('row').filter({ hasText: MIRA.name });
    expect(await row.innerText()).toContain(`Corrected by ${PEOPLE.manager.name}: Forgot to clock in`);
    expect(await row.innerText()).toContain('8:30');
    expect(await row.locator('del').count()).toBe(2);
  });

  it('shows a manager the staff without letting them change it', async () => {
    await header.goToOffice('Staff');
    const staff = new StaffScreen(open.page);
    expect(await staff.list.getByRole('button', { name: 'Add' }).count()).toBe(0);
    const form = await staff.choose(MIRA.name);
    expect(await form.getByRole('textbox', { name: 'Name' }).isEditable()).toBe(false);
    expect(await form.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });

  it('lets somebody go: they are on no chip any more', async () => {
    await becomes(PEOPLE.owner);
    await header.goToOffice('Staff');
    const staff = new StaffScreen(open.page);
    const form = await staff.choose(MIRA.name);
    await form.getByRole('switch', { name: 'Works here' }).click({ force: true });
    await staff.save(MIRA.name);
    await header.lock();
    const lock = new LockScreen(open.page);
    await lock.person(PEOPLE.cashier.name).waitFor();
    expect(await lock.person(MIRA.name).count()).toBe(0);
  });
});

describe.each(TILL_DOORS)('the lock in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    await open.page.clock.install();
    await open.page.reload();
    await new LockScreen(open.page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await new Header(open.page).navigation.waitFor();
    await open.call('settings.update', { idle_lock_minutes: 3 });
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('comes by itself when nobody touches the till, and the ticket outlives it', async () => {
    const { page } = open;
    const till = new Till(page);
    await till.ready();
    await till.addByTyping('harbour latte');
    await till.line('Harbour Latte').waitFor();
    await page.clock.runFor(170_000);
    expect(await new Header(page).navigation.isVisible()).toBe(true);
    await page.keyboard.press('Shift');
    await page.clock.runFor(170_000);
    expect(await new Header(page).navigation.isVisible()).toBe(true);
    await page.clock.runFor(20_000);
    const lock = new LockScreen(page);
    await lock.people.waitFor();
    await lock.signIn(PEOPLE.cashier.name, PEOPLE.cashier.pin);
    await till.line('Harbour Latte').waitFor();
    expect(await open.call('session.get', {})).toMatchObject({ person: { name: PEOPLE.cashier.name } });
  });

  it('changes the person by keyboard: one key, the name, the PIN', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+l');
    await new LockScreen(page).signInByKeyboard(PEOPLE.manager.name, PEOPLE.manager.pin);
    const session = await open.call('session.get', {});
    expect(session).toMatchObject({ person: { name: PEOPLE.manager.name } });
  });

  it('holds after the page is loaded again, and counts down when too many PINs were wrong', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+l');
    const lock = new LockScreen(page);
    await lock.people.waitFor();
    await page.reload();
    await lock.people.waitFor();
    await lock.person(PEOPLE.kitchen.name).click();
    for (let tries = 0; tries < 5; tries += 1) {
      await page.keyboard.type('0000');
      await page.keyboard.press('Enter');
      await lock.problem.getByText('This PIN is not right. Try again.').waitFor();
    }
    await page.keyboard.type('0000');
    await page.keyboard.press('Enter');
    await expect.poll(() => lock.problem.innerText()).toMatch(/^Too many wrong PINs\. Try again in 0:[23]\d\.$/);
    await page.clock.runFor(10_000);
    await expect.poll(() => lock.problem.innerText()).toMatch(/^Too many wrong PINs\. Try again in 0:[12]\d\.$/);
    expect(await page.getByRole('button', { name: '1', exact: true }).isDisabled()).toBe(true);
    await lock.person(PEOPLE.cashier.name).click();
    await page.keyboard.type(PEOPLE.cashier.pin);
    await page.keyboard.press('Enter');
    await new Header(page).navigation.waitFor();
  });
});

describe.each(TILL_DOORS)('the people by keyboard alone, in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    // A click or a touch anywhere would make the rest of the file fail.
    await open.page.evaluate(
      "for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, () => { document.body.innerHTML = 'a pointer was used'; }, true)",
    );
    await new LockScreen(open.page).signInByKeyboard(PEOPLE.owner.name, PEOPLE.owner.pin);
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('adds somebody, changes what they may do, and clocks in', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+5');
    const staff = new StaffScreen(page);
    await staff.row(PEOPLE.cashier.name).waitFor();
    await page.keyboard.press('F2');
    await staff.form().waitFor();
    await page.keyboard.type(MIRA.name);
    await tabTo(page, /^Kitchen$/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type(MIRA.pin);
    await page.keyboard.press('F10');
    await staff.form(MIRA.name).waitFor();
    for (let steps = 0; steps < 80; steps += 1) {
      if ((await page.evaluate("document.activeElement?.labels?.[0]?.innerText.trim() ?? ''")) === 'Take orders') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await page.keyboard.press('F10');
    await staff.form(MIRA.name).getByText(`${MIRA.name} is saved.`).waitFor();
    expect((await open.call('staff.list', {})).find(({ name }) => name === MIRA.name)).toMatchObject({
      role: 'kitchen',
      granted: ['orders.create'],
    });

    await page.keyboard.press('Alt+t');
    const you = new You(page, PEOPLE.owner.name);
    await you.dialog.waitFor();
    await page.keyboard.press('Enter');
    await you.dialog.getByRole('button', { name: 'Clock out' }).waitFor();
    expect((await open.call('timeClock.list', {})).items).toMatchObject([{ staff_name: PEOPLE.owner.name, clocked_out_at: null }]);
  });
});
