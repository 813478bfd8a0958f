import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZReport } from '../../src/contract/z-report.ts';
import { allow } from '../support/approval.ts';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { readMoney } from '../support/figures.ts';
import { tabTo } from '../support/keyboard.ts';
import { canReadPdf, pdfLines } from '../support/pdf-text.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { CountScreen, Header, LockScreen, ShiftScreen, Z_FIGURES, type ZFigure, ZScreen } from './screens/index.ts';

/** What each figure on the screen must be, by the core. */
const figuresOf = ({ sales, drawer, tips, rounding, grand_totals: grand }: ZReport): Record<ZFigure, number | null> => ({
  gross: sales.gross,
  discounts: 0 - sales.discounts,
  comps: 0 - sales.comps,
  voids: 0 - sales.voids,
  refunds: 0 - sales.refunds,
  'net-with-tax': sales.net_with_tax,
  tax: sales.tax,
  net: sales.net,
  orders: sales.orders,
  items: sales.items_sold,
  average: sales.average,
  tips,
  rounding,
  opening: drawer.opening,
  'cash-sales': drawer.cash_sales,
  'cash-refunds': 0 - drawer.cash_refunds,
  'paid-in': drawer.paid_in,
  'paid-out': 0 - drawer.paid_out,
  drops: 0 - drawer.drops,
  expenses: 0 - drawer.expenses,
  expected: drawer.expected,
  counted: drawer.counted,
  'over-short': drawer.over_short,
  'grand-sales': grand.sales,
  'grand-returns': grand.returns,
  'grand-net': grand.net,
});

const shownOf = async (screen: ZScreen, names: readonly ZFigure[]): Promise<Partial<Record<ZFigure, number>>> =>
  Object.fromEntries(
    await Promise.all(
      names.map(async (name) => {
        const words = await screen.figure(name);
        return [name, name === 'orders' || name === 'items' ? Number(words) : readMoney(words)] as const;
      }),
    ),
  );

const pick = <K extends string>(record: Readonly<Record<K, unknown>>, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, record[name]]));

/** Two orders: one in cash with a tip and too much tendered, one by card with a discount. */
const sell = async ({ call }: OpenTill): Promise<void> => {
  const { items } = await call('items.list', { per_page: 100 });
  const { items: discounts } = await call('discounts.list', { is_active: true });
  const idOf = (name: string) => items.find((item) => item.name === name)?.id ?? 0;
  await call('orders.create', {
    items: [{ item_id: idOf('Harbour Latte'), quantity: 2 }],
    payments: [{ method: 'cash', tendered: 20_00, tip: 50 }],
  });
  await call('orders.create', {
    discount_id: discounts.find(({ name }) => name === 'Neighbour Card')?.id ?? null,
    items: [{ item_id: idOf('Cardamom Bun'), quantity: 2 }],
    payments: [{ method: 'card' }],
  });
};

describe.each(TILL_DOORS)('the drawer in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let header: Header;

  const becomes = async (who: { name: string; pin: string }): Promise<void> => {
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
    await open.call('settings.update', { over_short_comment_above: 1_00 });
    await becomes(PEOPLE.cashier);
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('opens with a float counted by notes and coins', async () => {
    await header.goTo('Shift');
    const shift = new ShiftScreen(open.page);
    const count = new CountScreen(open.page);
    await shift.openForm.waitFor();
    await count.enter({ $50: 1, $20: 4, $5: 3, '$0.25': 20 });
    expect(readMoney(await count.total.innerText())).toBe(150_00);
    await shift.openForm.getByRole('button', { name: 'Open shift' }).click();
    await shift.current.waitFor();
    expect(readMoney(await shift.figure('opening').innerText())).toBe(150_00);
  });

  it('shows a cashier neither what was sold nor an X', async () => {
    await sell(open);
    const shift = new ShiftScreen(open.page);
    await expect.poll(() => shift.figure('orders').innerText()).toBe('2');
    expect(await shift.figure('revenue').count()).toBe(0);
    expect(await shift.current.getByRole('button', { name: 'X report' }).count()).toBe(0);
    await expect(open.call('shifts.xReport', { shift_id: 1 })).rejects.toThrow(/approval_needed/);
  });

  it('takes cash in and out, each with its reason', async () => {
    const shift = new ShiftScreen(open.page);
    const dialog = await shift.begin('Paid in');
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('40');
    await dialog.getByRole('button', { name: 'Put cash in' }).click();
    await dialog.getByText('Say why.').waitFor();
    await dialog.getByRole('button', { name: 'Change from the bank' }).click();
    await dialog.getByRole('button', { name: 'Put cash in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await shift.move('Paid out', '7.50', 'Window cleaner');
    await shift.move('Safe drop', '60', 'Too much in the drawer');
    await shift.addExpense({ category: 'Milk', amount: '12.40', description: 'two crates' });
    await expect.poll(() => shift.moves.count()).toBe(4);
    const { items } = await open.call('drawer.list', { shift_id: 1 });
    expect(items.map(({ kind, amount, reason, made_by }) => [kind, amount, reason, made_by])).toEqual([
      ['drop', 60_00, 'Too much in the drawer', PEOPLE.cashier.name],
      ['paid_out', 7_50, 'Window cleaner', PEOPLE.cashier.name],
      ['paid_in', 40_00, 'Change from the bank', PEOPLE.cashier.name],
    ]);
  });

  it("opens the drawer without a sale only with a manager's PIN, and keeps both names", async () => {
    const { page } = open;
    const shift = new ShiftScreen(page);
    const dialog = await shift.begin('No sale');
    await dialog.getByRole('button', { name: 'Changing a note' }).click();
    await dialog.getByRole('button', { name: 'Open the drawer' }).click();
    const question = page.getByRole('dialog', { name: "A manager's PIN is needed" });
    await question.getByText('For: No-sale opening').waitFor();
    await question.getByRole('radio', { name: PEOPLE.manager.name }).click();
    await page.keyboard.type('9999');
    await page.keyboard.press('Enter');
    await question.getByText('This PIN is not right. Try again.').waitFor();
    await page.keyboard.type(PEOPLE.manager.pin);
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'hidden' });
    await dialog.waitFor({ state: 'hidden' });
    const { items } = await open.call('drawer.list', { shift_id: 1, per_page: 1 });
    expect(items).toMatchObject([{ kind: 'no_sale', amount: 0, made_by: PEOPLE.cashier.name, approved_by: PEOPLE.manager.name }]);
    await expect.poll(() => shift.moves.first().innerText()).toContain(`allowed by ${PEOPLE.manager.name}`);
  });

  it('has a paper for each movement', async () => {
    const { page } = open;
    await new ShiftScreen(page).moves.filter({ hasText: 'Safe drop' }).getByRole('button').click();
    const slip = page.getByRole('dialog', { name: 'Safe drop' });
    await slip.getByRole('button', { name: 'Show' }).click();
    const paper = page.getByTestId('paper');
    await paper.waitFor();
    expect(await paper.innerText()).toMatch(/\$60\.00[\s\S]*Too much in the drawer|Too much in the drawer[\s\S]*\$60\.00/);
    await page.keyboard.press('Escape');
    await paper.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await slip.waitFor({ state: 'hidden' });
  });

  it('shows a manager the X, with the figures of the core', async () => {
    await becomes(PEOPLE.manager);
    const shift = new ShiftScreen(open.page);
    await shift.current.getByRole('button', { name: 'X report' }).click();
    const screen = new ZScreen(open.page);
    await screen.report.waitFor();
    expect(await screen.title.innerText()).toBe('X report');
    const report = await open.call('shifts.xReport', { shift_id: 1 });
    const names = Z_FIGURES.filter((name) => name !== 'counted' && name !== 'over-short');
    expect(await shownOf(screen, names)).toEqual(pick(figuresOf(report), names));
    expect(report.drawer.counted).toBeNull();
  });

  it('counts blind, in pieces, and tells the difference afterwards; the draft outlives the lock', async () => {
    await becomes(PEOPLE.cashier);
    await header.goTo('Shift');
    const count = await new ShiftScreen(open.page).count();
    expect(await open.page.getByRole('main').innerText()).not.toMatch(/expected/i);
    await count.enter({ $100: 1, $10: 2 });
    await becomes(PEOPLE.cashier);
    expect(readMoney(await count.total.innerText())).toBe(120_00);
    await count.submitPieces();
    // 150.00 + 9.94 and a tip of 0.50 + 40.00 - 7.50 - 60.00 - 12.40 = 120.54.
    expect(readMoney(await count.expected.innerText())).toBe(120_54);
    expect([await count.word.innerText(), readMoney(await count.overShort.innerText())]).toEqual(['Short', -54]);
  });

  it('corrects a mistaken count by a second one; both stay', async () => {
    const count = new CountScreen(open.page);
    await count.again.click();
    await count.enter({ $100: 1, $10: 2, $1: 3, '$0.10': 5 });
    await count.submitPieces();
    expect([await count.word.innerText(), await count.overShort.innerText()]).toEqual(['Over', '+$2.96']);
    const counts = await open.call('shifts.counts', { shift_id: 1 });
    expect(counts.map(({ amount, over_short, counted_by }) => [amount, over_short, counted_by])).toEqual([
      [123_50, 2_96, PEOPLE.cashier.name],
      [120_00, -54, PEOPLE.cashier.name],
    ]);
  });

  it('wants a comment and a manager for a large difference, then closes', async () => {
    const { page } = open;
    const count = new CountScreen(page);
    await count.floatLeft.fill('80');
    expect(readMoney(await count.toBank.innerText())).toBe(43_50);
    await count.close.click();
    await page.getByText('Say what happened.').waitFor();
    await count.comment.fill('A customer left the change');
    await count.close.click();
    expect(await allow(page, PEOPLE.manager)).toContain('Closing with $2.96 Over');
    // A cashier may not see a Z: the shift's report follows.
    await page.getByTestId('report').waitFor();
    expect(readMoney(await page.getByTestId('report-over-short').innerText())).toBe(2_96);
    const shift = await open.call('shifts.get', { shift_id: 1 });
    expect(shift).toMatchObject({ status: 'closed', z_number: 1, counts: 2, closing_cash: 123_50 });
    await expect(open.call('zReports.get', { z_number: 1 })).rejects.toThrow(/forbidden|403/);
  });

  it('shows the Z to a manager: every figure the API has, and all checks', async () => {
    await becomes(PEOPLE.manager);
    await header.goTo('Shift');
    const screen = await new ShiftScreen(open.page).openZ(1);
    const report = await open.call('zReports.get', { z_number: 1 });
    expect(await shownOf(screen, Z_FIGURES)).toEqual(figuresOf(report));
    expect([
      await screen.figure('float-left'),
      await screen.figure('to-bank'),
      await screen.figure('comment'),
      await screen.figure('counts'),
    ]).toEqual(['$80.00', '$43.50', 'A customer left the change', '2']);
    expect(await screen.hash.innerText()).toBe(report.proof.hash);
    expect(report.checks.map(({ ok }) => ok)).toEqual(report.checks.map(() => true));
    expect(await screen.checks.count()).toBe(report.checks.length);
    expect((await screen.checks.allInnerTexts()).every((words) => words.trim().endsWith('Yes'))).toBe(true);
  });

  it('saves the Z as PDF, the second time marked COPY 1', async () => {
    const screen = new ZScreen(open.page);
    const first = await screen.savePdf('A4');
    expect(first.name).toBe('z-1.pdf');
    await expect.poll(() => screen.said.innerText()).toBe('Saved as PDF.');
    const second = await screen.savePdf('80 mm');
    expect(second.name).toBe('z-1-copy-1.pdf');
    await expect.poll(() => screen.said.innerText()).toBe('Saved as PDF, marked COPY 1.');
    await open.page.getByRole('button', { name: 'Print', exact: true }).click();
    await expect.poll(() => screen.said.innerText()).toBe('Sent to the printer, marked COPY 2.');
    await open.page.getByTestId('paper').getByText('COPY 2').waitFor({ state: 'attached' });
    expect((await open.call('zReports.get', { z_number: 1 })).exceptions.copies.count).toBe(0);
    if (!canReadPdf()) return;
    expect(pdfLines(first.path).join('\n')).not.toContain('COPY');
    expect(pdfLines(second.path).join('\n')).toContain('COPY 1');
  });
});

describe.each(TILL_DOORS)('the drawer by keyboard alone, in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    // A click or a touch anywhere would make the rest of the file fail.
    await open.page.evaluate(
      "for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, () => { document.body.innerHTML = 'a pointer was used'; }, true)",
    );
    await new LockScreen(open.page).signInByKeyboard(PEOPLE.cashier.name, PEOPLE.cashier.pin);
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('opens, drops to the safe, has a no-sale allowed, counts, counts again and closes', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+3');
    const shift = new ShiftScreen(page);
    await shift.openForm.waitFor();
    await page.keyboard.type('100');
    await page.keyboard.press('F10');
    await shift.current.waitFor();

    await page.keyboard.press('F4');
    const drop = page.getByRole('dialog', { name: 'Safe drop' });
    await drop.waitFor();
    await page.keyboard.type('30');
    await tabTo(page, /^Too much in the drawer$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Drop to the safe$/);
    await page.keyboard.press('Enter');
    await drop.waitFor({ state: 'hidden' });

    await page.keyboard.press('F7');
    const noSale = page.getByRole('dialog', { name: 'No-sale opening' });
    await noSale.waitFor();
    await page.keyboard.type('Changing a note');
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: "A manager's PIN is needed" });
    await question.waitFor();
    while (!(await question.getByRole('radio', { name: PEOPLE.manager.name }).isChecked())) await page.keyboard.press('ArrowRight');
    await page.keyboard.type(PEOPLE.manager.pin);
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'hidden' });
    await noSale.waitFor({ state: 'hidden' });

    await page.keyboard.press('F10');
    const count = new CountScreen(page);
    await count.submit.waitFor();
    // $50, then two of $10: the second by the plus key.
    await page.keyboard.press('Enter');
    await page.keyboard.type('1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('1');
    await page.keyboard.press('+');
    expect(readMoney(await count.total.innerText())).toBe(70_00);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('1');
    await page.keyboard.press('F10');
    await count.overShort.waitFor();
    expect(readMoney(await count.overShort.innerText())).toBe(20_00);
    await page.keyboard.press('F9');
    await count.submit.waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1');
    await page.keyboard.press('F10');
    await count.overShort.waitFor();
    expect(await count.word.innerText()).toBe('Exact');
    await page.keyboard.type('50');
    expect(readMoney(await count.toBank.innerText())).toBe(20_00);
    await page.keyboard.press('F10');
    await page.getByTestId('report').waitFor();
    expect(await open.call('shifts.get', { shift_id: 1 })).toMatchObject({ status: 'closed', z_number: 1, counts: 2, closing_cash: 70_00 });
  });

  it('leads a manager to the Z and its PDF', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+l');
    await new LockScreen(page).signInByKeyboard(PEOPLE.manager.name, PEOPLE.manager.pin);
    await page.keyboard.press('Alt+3');
    await new ShiftScreen(page).past.waitFor();
    await tabTo(page, /^Z report 1 of shift 1/);
    await page.keyboard.press('Enter');
    const screen = new ZScreen(page);
    await screen.report.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('F10')]);
    expect(download.suggestedFilename()).toBe('z-1.pdf');
  });
});
