import type { Locator, Page } from 'playwright-core';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The till: tiles, search, the ticket beside them, and what shows after placing. */
export class Till {
  readonly page: Page;
  readonly items: Locator;
  readonly search: Locator;
  readonly categories: Locator;
  readonly ticket: Locator;
  readonly lines: Locator;
  readonly total: Locator;
  readonly placeButton: Locator;
  readonly placed: Locator;

  constructor(page: Page) {
    this.page = page;
    this.items = page.getByRole('group', { name: 'Items' });
    this.search = page.getByRole('textbox', { name: 'Search items' });
    this.categories = page.getByRole('navigation', { name: 'Categories' });
    this.ticket = page.getByRole('region', { name: 'Ticket' });
    this.lines = page.getByTestId('ticket-line');
    this.total = page.getByTestId('ticket-total');
    this.placeButton = this.ticket.getByRole('button', { name: 'Place order' });
    this.placed = page.getByRole('region', { name: 'Order placed' });
  }

  /** Waits until the menu is there. */
  async ready(): Promise<void> {
    await this.items.getByRole('button').first().waitFor();
  }

  /** The tile of an item in sight. Its name is `<item> <price>`, then `<n> left` or `Sold out`, then how many are on the ticket. */
  tile(item: string): Locator {
    return this.items.getByRole('button', { name: new RegExp(`^${escaped(item)},? `) });
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

  async payWith(method: 'Cash' | 'Card' | 'Mobile'): Promise<void> {
    await this.ticket.getByRole('radiogroup', { name: 'Payment method' }).getByRole('radio', { name: method }).click();
  }

  /** Places the order and answers what is shown then: the short number (`0014`), the whole one and the total as written. */
  async place(): Promise<{ number: string; fullNumber: string; total: string }> {
    await this.placeButton.click();
    return this.readPlaced();
  }

  async placeByKeyboard(): Promise<{ number: string; fullNumber: string; total: string }> {
    await this.page.keyboard.press('F10');
    return this.readPlaced();
  }

  async nextSale(): Promise<void> {
    await this.placed.getByRole('button', { name: 'Next sale' }).click();
  }

  private async readPlaced(): Promise<{ number: string; fullNumber: string; total: string }> {
    await this.placed.waitFor();
    return {
      number: await this.placed.getByTestId('placed-number').innerText(),
      fullNumber: await this.placed.getByTestId('placed-full-number').innerText(),
      total: await this.placed.getByTestId('placed-total').innerText(),
    };
  }
}
