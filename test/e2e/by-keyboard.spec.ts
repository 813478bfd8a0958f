import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { readMoney } from '../support/figures.ts';
import { openByKey, tabTo } from '../support/keyboard.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Board, CountScreen, LockScreen, ReportScreen, ShiftScreen, Till } from './screens/index.ts';

describe.each(TILL_DOORS)('by keyboard alone, in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    // A click or a touch anywhere would make the rest of the file fail.
    await open.page.evaluate(
      "for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, () => { document.body.innerHTML = 'a pointer was used'; }, true)",
    );
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('signs in and opens the shift', async () => {
    const { page } = open;
    await new LockScreen(page).signInByKeyboard(PEOPLE.cashier.name, PEOPLE.cashier.pin);
    await page.keyboard.press('Alt+3');
    const shift = new ShiftScreen(page);
    await shift.openForm.waitFor();
    await page.keyboard.type('100');
    await page.keyboard.press('Enter');
    await shift.current.waitFor();
    expect(readMoney(await shift.figure('opening').innerText())).toBe(100_00);
  });

  it('sells two orders, with add-ons and a discount', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+1');
    const till = new Till(page);
    await till.ready();
    await till.addByTyping('harbour latte');
    await till.line('Harbour Latte').waitFor();
    await page.keyboard.press('+');
    const editor = page.getByRole('dialog', { name: 'Harbour Latte' });
    await openByKey(page, 'F6', editor);
    await tabTo(page, /^Oat Drink/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Done/);
    await page.keyboard.press('Enter');
    await editor.waitFor({ state: 'hidden' });

    const discounts = page.getByRole('dialog', { name: 'Discount' });
    await openByKey(page, 'F3', discounts);
    await tabTo(page, /^Neighbour Card/);
    await page.keyboard.press('Enter');
    await discounts.waitFor({ state: 'hidden' });

    // 2 x (4.60 + 0.60) = 10.40, less 10 % is 9.36, and 8 % of that is 0.75.
    await openByKey(page, 'Alt+c', till.payment.panel);
    const first = await till.placeByKeyboard();
    expect(readMoney(first.total)).toBe(10_11);

    await page.keyboard.press('Enter');
    await till.addByTyping('espresso');
    await till.lines.first().waitFor();
    await openByKey(page, 'Alt+k', till.payment.panel);
    const second = await till.placeByKeyboard();
    const { items } = await open.call('orders.list', {});
    expect(Object.fromEntries(items.map((order) => [order.order_number, [order.total, order.payment_method]]))).toEqual({
      [first.fullNumber]: [10_11, 'cash'],
      [second.fullNumber]: [readMoney(second.total), 'card'],
    });
  });

  it('completes one order and cancels the other', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+2');
    const board = new Board(page);
    await board.card('0001', 'pending').waitFor();
    for (const column of ['pending', 'preparing', 'ready'] as const) {
      await board.card('0001', column).waitFor();
      await focusCard(open, '0001');
      await page.keyboard.press('Space');
    }
    await board.card('0001').waitFor({ state: 'detached' });
    await focusCard(open, '0002');
    const question = page.getByRole('dialog', { name: 'Cancel order 0002?' });
    await openByKey(page, 'Delete', question);
    await page.keyboard.type('entered by mistake');
    await page.keyboard.press('Enter');
    await board.card('0002').waitFor({ state: 'detached' });
    const { items } = await open.call('orders.list', {});
    expect(Object.fromEntries(items.map((order) => [order.order_number.slice(-4), order.status]))).toEqual({
      '0001': 'completed',
      '0002': 'cancelled',
    });
  });

  it('pays an expense and closes the shift', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+3');
    const shift = new ShiftScreen(page);
    await shift.current.waitFor();
    const expense = page.getByRole('dialog', { name: 'Add an expense' });
    await openByKey(page, 'F6', expense);
    await page.keyboard.type('Milk');
    for (let fields = 0; fields < 20 && (await focusedLabel(open)) !== 'Amount'; fields += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('5.00');
    await page.keyboard.press('Enter');
    await expense.waitFor({ state: 'hidden' });
    const count = new CountScreen(page);
    await openByKey(page, 'F10', count.submit);
    // One of $100, $5, $0.10 and $0.01; Enter walks from the largest to the smallest.
    for (const pieces of ['1', '', '', '', '1', '', '', '', '', '1', '', '1']) {
      await page.keyboard.type(pieces);
      if (pieces !== '' && (await count.total.innerText()) === '$105.11') break;
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('F10');
    await count.overShort.waitFor();
    expect(await count.word.innerText()).toBe('Exact');
    const report = new ReportScreen(page);
    await openByKey(page, 'F10', report.paper);
    await expect.poll(() => report.figure('counted')).toBe('$105.11');
    expect(readMoney(await report.figure('over-short'))).toBe(0);
  });

  it('saves the report, and locks', async () => {
    const { page } = open;
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('F10')]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    await page.keyboard.press('Alt+l');
    await new LockScreen(page).people.waitFor();
  });
});

/** Arrows from where the focus is to the order's card. */
const focusCard = async ({ page }: OpenTill, number: string): Promise<void> => {
  for (const key of ['', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowLeft', 'ArrowDown']) {
    if (key !== '') await page.keyboard.press(key);
    const focused = await page.evaluate<string>("document.activeElement?.closest('[data-number]')?.dataset.number ?? ''");
    if (focused.endsWith(number)) return;
  }
  throw new Error(`the arrows do not lead to order ${number}`);
};

const focusedLabel = ({ page }: OpenTill): Promise<string> => page.evaluate("document.activeElement?.labels?.[0]?.innerText.trim() ?? ''");
