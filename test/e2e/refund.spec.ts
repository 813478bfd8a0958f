import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allow } from '../support/approval.ts';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { readMoney } from '../support/figures.ts';
import { tabTo } from '../support/keyboard.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { LockScreen, OrderPage, Orders, RefundScreen, Till } from './screens/index.ts';

/** An order of two lines with a discount, paid in cash and by card. */
const sell = async (open: OpenTill): Promise<{ id: number; number: string }> => {
  const { items } = await open.call('items.list', { per_page: 100 });
  const { items: discounts } = await open.call('discounts.list', { is_active: true });
  const idOf = (name: string) => items.find((item) => item.name === name)?.id ?? 0;
  const order = await open.call('orders.create', {
    discount_id: discounts.find(({ name }) => name === 'Neighbour Card')?.id ?? null,
    items: [
      { item_id: idOf('Harbour Latte'), quantity: 3 },
      { item_id: idOf('Cardamom Bun'), quantity: 2 },
    ],
    payments: [{ method: 'cash', amount: 10_00, tendered: 20_00 }, { method: 'card' }],
  });
  return { id: order.id, number: order.order_number.slice(-4) };
};

describe.each(TILL_DOORS)('giving money back in $name', (door) => {
  const folder = tempFolder();
  let open: OpenTill;
  let sold: { id: number; number: string };

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    open = await door.open(folder.path);
    await new LockScreen(open.page).signIn(PEOPLE.cashier.name, PEOPLE.cashier.pin);
    await new Till(open.page).ready();
    await open.call('shifts.open', { opening_cash: 100_00 });
    sold = await sell(open);
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  const stockOf = async (name: string): Promise<number | undefined> =>
    (await open.call('items.list', { per_page: 100 })).items.find((item) => item.name === name)?.stock_qty;

  it('refunds one of a line by its original tender, allowed by a manager, with the figures of the core', async () => {
    const { page } = open;
    await page.keyboard.press('Alt+2');
    const orders = new Orders(page);
    await orders.open();
    const order = await orders.show(sold.number);
    await order.button('Refund').click();
    const refund = new RefundScreen(page);
    const before = await open.call('orders.refundable', { order_id: sold.id });
    const stock = await stockOf('Cardamom Bun');
    await refund.choose('Cardamom Bun', 1, 'Back to stock');
    // 3.80 less 10 % is 3.42. The two carry 0.55 of the order's tax, of which the first gives back 0.28.
    expect(readMoney(await refund.amount.innerText())).toBe(3_70);
    await refund.confirm.click();
    await page.getByText('Say why; the books need it.').waitFor();
    await refund.reason.fill('wrong bun');
    await refund.confirm.click();
    expect(await allow(page, PEOPLE.manager)).toContain('Giving $3.70 back');
    const number = await refund.number.innerText();

    const { items } = await open.call('refunds.list', { order_id: sold.id });
    expect(items).toMatchObject([
      {
        refund_number: number,
        kind: 'refund',
        amount: 3_70,
        reason: 'wrong bun',
        made_by: PEOPLE.cashier.name,
        approved_by: PEOPLE.manager.name,
        lines: [{ item_name: 'Cardamom Bun', quantity: 1, goods: 'restock' }],
        // The latest tender first: the card.
        tenders: [{ method: 'card', amount: 3_70 }],
      },
    ]);
    expect(readMoney(await refund.given.innerText())).toBe(items[0]?.amount);
    expect(await refund.givenBy.allInnerTexts()).toEqual([expect.stringMatching(/^Card\s+\$3\.70$/)]);
    expect(await stockOf('Cardamom Bun')).toBe((stock ?? 0) + 1);
    const after = await open.call('orders.refundable', { order_id: sold.id });
    expect(after.amount).toBe(before.amount - 3_70);
    expect(after.lines.map(({ left }) => left)).toEqual([3, 1]);
  });

  it('shows the refund with its order, and prints its slip', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'Show' }).click();
    const paper = page.getByRole('dialog', { name: 'Receipt' }).getByTestId('paper');
    await expect.poll(() => paper.innerText()).toContain('$3.70');
    expect(await paper.innerText()).toContain('wrong bun');
    await page.keyboard.press('Escape');
    await paper.waitFor({ state: 'hidden' });
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'PDF' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^PHI-R-\d{8}-0001\.pdf$/);
    await page.getByRole('button', { name: 'To the order' }).last().click();
    const order = new OrderPage(page);
    await order.title(sold.number).waitFor();
    await expect.poll(() => order.refunds.allInnerTexts()).toEqual([expect.stringContaining('wrong bun')]);
    await expect.poll(() => order.history.allInnerTexts()).toContainEqual(expect.stringContaining('approved by Tomas Reyes'));
  });

  it('refunds the rest over both tenders, to exactly nothing left', async () => {
    const { page } = open;
    const order = new OrderPage(page);
    await order.button('Refund').click();
    const refund = new RefundScreen(page);
    await page.getByRole('button', { name: /^Everything/ }).click();
    const left = await open.call('orders.refundable', { order_id: sold.id });
    await expect.poll(async () => readMoney(await refund.amount.innerText())).toBe(left.amount);
    await refund.reason.fill('all wrong');
    await refund.confirm.click();
    await allow(page, PEOPLE.manager);
    await refund.number.waitFor();
    expect(await refund.givenBy.allInnerTexts()).toEqual(
      left.tenders.map(({ left: amount }) => expect.stringContaining((amount / 100).toFixed(2))),
    );
    const done = await open.call('orders.get', { order_id: sold.id });
    expect(done.refunded_amount).toBe(done.paid_amount);
    expect((await open.call('orders.refundable', { order_id: sold.id })).amount).toBe(0);
  });

  it('cancels an order with a reason: stock and money go back', async () => {
    const { page } = open;
    const other = await sell(open);
    await page.keyboard.press('Alt+2');
    const orders = new Orders(page);
    await orders.open();
    const order = await orders.show(other.number);
    expect(await order.cancel('customer left')).toContain('$20.80 goes back to the customer');
    await expect.poll(() => order.refunds.allInnerTexts()).toEqual([expect.stringContaining('customer left')]);
    expect(await open.call('orders.get', { order_id: other.id })).toMatchObject({ status: 'cancelled', refunded_amount: 20_80 });
  });

  it('works by keyboard alone', async () => {
    const { page } = open;
    const other = await sell(open);
    await page.evaluate(
      "for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, () => { document.body.innerHTML = 'a pointer was used'; }, true)",
    );
    await page.keyboard.press('Alt+2');
    await page.getByRole('navigation', { name: 'Orders' }).waitFor();
    await page.keyboard.press('F3');
    await new Orders(page).row(other.number).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await new OrderPage(page).title(other.number).waitFor();
    await page.keyboard.press('F6');
    await tabTo(page, /^One more Harbour Latte back$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const refund = new RefundScreen(page);
    // 2 x 4.60 less 10 % is 8.28, and two thirds of the line's tax of 0.99 are 0.66.
    await expect.poll(async () => readMoney(await refund.amount.innerText())).toBe(8_94);
    const shown = 8_94;
    await tabTo(page, /^Not good$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('F10');
    await page.getByRole('dialog', { name: "A manager's PIN is needed" }).waitFor();
    const manager = page.getByRole('radio', { name: PEOPLE.manager.name });
    for (let tries = 0; tries < 4 && !(await manager.isChecked()); tries += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.type(PEOPLE.manager.pin);
    await page.keyboard.press('Enter');
    await refund.number.waitFor();
    expect(readMoney(await refund.given.innerText())).toBe(shown);
    expect((await open.call('refunds.list', { order_id: other.id })).items).toMatchObject([{ amount: shown, reason: 'Not good' }]);
    await page.keyboard.press('Escape');
    await new OrderPage(page).title(other.number).waitFor();
  });
});
