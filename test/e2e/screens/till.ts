import type { Locator, Page } from 'playwright-core';
import { Payment } from './pay.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What is shown of an order that was placed just now. */
export interface Placed {
  readonly number: string;
  readonly fullNumber: string;
  readonly total: string;
}

/** The till: tiles, search, the ticket beside them, and what shows after placing. */
export class Till {
  readonly page: Page;
  readonly items: Locator;
  readonly search: Locator;
  readonly categories: Locator;
  readonly ticket: Locator;
  readonly lines: Locator;
  readonly total: Locator;
  readonly payButton: Locator;
  readonly payment: Payment;
  readonly placed: Locator;
  readonly change: Locator;

  constructor(page: Page) {
    this.page = page;
    this.items = page.getByRole('group', { name: 'Items' });
    this.search = page.getByRole('textbox', { name: 'Search items' });
    this.categories = page.getByRole('navigation', { name: 'Categories' });
    this.ticket = page.getByRole('region', { name: 'Ticket' });
    this.lines = page.getByTestId('ticket-line');
    this.total = page.getByTestId('ticket-total');
    this.payButton = this.ticket.getByRole('button', { name: /^Pay/ });
    this.payment = new Payment(page);
    this.placed = page.getByRole('region', { name: 'Order placed' });
    this.change = page.getByTestId('placed-change');
  }

  /** Waits until the menu is there. */
  async ready(): Promise<void> {
    await this.items.getByRole('button').first().waitFor();
  }

  /** The tile of an item in sight. Its name is `<item>, <price>`, then `<n> left` or `Sold out`, then how many are on the ticket. */
  tile(item: string): Locator {
    return this.items.getByRole('button', { name: new RegExp(`^${escaped(item)}, `) });
  }

  async add(item: string): Promise<void> {
    await this.tile(item).click();
  }

  /** Types into the search wherever the focus is, and adds the first hit. */
  async addByTyping(letters: string): Promise<void> {
    await this.page.keyboard.type(letters);
    await this.page.keyboard.press('Enter');
  }

  async showCategory(name: string): Promise<void> {
    await this.categories.getByRole('button', { name: new RegExp(`^${escaped(name)}`) }).click();
  }

  /** The first line of that item. */
  line(item: string): Locator {
    return this.lines.filter({ hasText: item }).first();
  }

  /** Selects a line, so that its controls show. */
  async select(item: string): Promise<void> {
    const button = this.line(item).getByRole('button').first();
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  }

  async changeQuantity(item: string, by: 1 | -1): Promise<void> {
    await this.select(item);
    await this.line(item)
      .getByRole('button', { name: `${by === 1 ? 'One more' : 'One fewer'} ${item}` })
      .click();
  }

  async remove(item: string): Promise<void> {
    await this.select(item);
    await this.line(item)
      .getByRole('button', { name: `Remove ${item}` })
      .click();
  }

  /** Opens the editor of a line, toggles add-ons, writes its note, and is done. */
  async edit(item: string, change: { addons?: readonly string[]; note?: string }): Promise<void> {
    await this.select(item);
    await this.line(item)
      .getByRole('button', { name: `Add-ons and note for ${item}` })
      .click();
    const dialog = this.page.getByRole('dialog', { name: item });
    for (const addon of change.addons ?? []) {
      await dialog
        .getByRole('group', { name: 'Add-ons' })
        .getByRole('button', { name: new RegExp(`^${escaped(addon)}`) })
        .click();
    }
    if (change.note !== undefined) await dialog.getByRole('textbox', { name: 'Note for this line' }).fill(change.note);
    await dialog.getByRole('button', { name: /^Done/ }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async giveDiscount(name: string): Promise<void> {
    await this.page.keyboard.press('F3');
    await this.page
      .getByRole('dialog', { name: 'Discount' })
      .getByRole('button', { name: new RegExp(`^${escaped(name)}`) })
      .click();
  }

  async chooseCustomer(name: string): Promise<void> {
    await this.page.keyboard.press('F2');
    const dialog = this.page.getByRole('dialog', { name: 'Customer' });
    await dialog.getByRole('textbox', { name: 'Search by name, phone or e-mail' }).fill(name);
    await dialog
      .getByRole('button', { name: new RegExp(`^${escaped(name)}`) })
      .first()
      .click();
  }

  async addCustomer(customer: { name: string; phone?: string; email?: string }): Promise<void> {
    await this.page.keyboard.press('F2');
    await this.page.getByRole('button', { name: 'Add a new customer' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Add a new customer' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(customer.name);
    if (customer.phone) await dialog.getByRole('textbox', { name: 'Phone' }).fill(customer.phone);
    if (customer.email) await dialog.getByRole('textbox', { name: 'E-mail' }).fill(customer.email);
    await dialog.getByRole('button', { name: 'Add and choose' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async writeNote(text: string): Promise<void> {
    await this.page.keyboard.press('F4');
    const dialog = this.page.getByRole('dialog', { name: 'Note for the order' });
    await dialog.getByRole('textbox', { name: 'Note' }).fill(text);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Goes to the payment, unless it is there already. */
  async pay(): Promise<Payment> {
    if (!(await this.payment.panel.isVisible())) await this.payButton.click();
    await this.payment.panel.waitFor();
    return this.payment;
  }

  async payWith(method: 'Cash' | 'Card' | 'Mobile'): Promise<void> {
    const payment = await this.pay();
    await payment.choose(method);
  }

  /** Pays exactly what is asked for and answers what is shown then: the short number (`0014`), the whole one and the total as written. */
  async place(): Promise<Placed> {
    const payment = await this.pay();
    await payment.takeButton.click();
    return this.readPlaced();
  }

  /** F10 leads to the payment, and there it takes exactly what is asked for. */
  async placeByKeyboard(): Promise<Placed> {
    if (!(await this.payment.panel.isVisible())) await this.page.keyboard.press('F10');
    await this.payment.readyToTake();
    await this.page.keyboard.press('F10');
    return this.readPlaced();
  }

  /** Parks the ticket under a name. */
  async hold(name: string): Promise<void> {
    await this.page.keyboard.press('F8');
    const dialog = this.page.getByRole('dialog', { name: 'Hold this ticket' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Hold ticket' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Takes a parked ticket back. */
  async recall(name: string): Promise<void> {
    await this.page.keyboard.press('F7');
    const dialog = this.page.getByRole('dialog', { name: 'Held tickets' });
    await dialog.getByRole('button', { name: new RegExp(`^${escaped(name)}`) }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Takes something off one line: `10` percent, or all of it. */
  async cutPrice(item: string, cut: { percent?: string; free?: boolean; reason?: string }): Promise<void> {
    await this.select(item);
    await this.line(item)
      .getByRole('button', { name: `Price of ${item}` })
      .click();
    const dialog = this.page.getByRole('dialog', { name: `Price of ${item}` });
    if (cut.free) await dialog.getByRole('radio', { name: 'Give free' }).click();
    if (cut.percent) await dialog.getByRole('textbox', { name: 'Discount' }).fill(cut.percent);
    if (cut.reason) await dialog.getByRole('textbox', { name: /^Reason/ }).fill(cut.reason);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async nextSale(): Promise<void> {
    await this.placed.getByRole('button', { name: 'Next sale' }).click();
  }

  async readPlaced(): Promise<Placed> {
    await this.placed.waitFor();
    return {
      number: await this.placed.getByTestId('placed-number').innerText(),
      fullNumber: await this.placed.getByTestId('placed-full-number').innerText(),
      total: await this.placed.getByTestId('placed-total').innerText(),
    };
  }
}
