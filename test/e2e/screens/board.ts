import type { Locator, Page } from 'playwright-core';

export type BoardColumn = 'pending' | 'preparing' | 'ready';

/** The orders board. Orders are named by their short number, as they are called out: `0014`. */
export class Board {
  readonly page: Page;
  readonly cards: Locator;

  constructor(page: Page) {
    this.page = page;
    this.cards = page.getByTestId('order-card');
  }

  column(status: BoardColumn): Locator {
    return this.page.getByTestId(`column-${status}`);
  }

  /** The order's card, wherever it is, or in one column only. */
  card(number: string, status?: BoardColumn): Locator {
    const within = status ? this.column(status).getByTestId('order-card') : this.cards;
    return within.filter({ has: this.page.getByRole('button', { name: new RegExp(`^Order ${number} `) }) });
  }

  /** Presses the card's large button: Start preparing, Mark ready or Hand over. */
  async advance(number: string): Promise<void> {
    await this.card(number)
      .getByRole('button', { name: new RegExp(`: order ${number}$`) })
      .click();
  }

  /** Opens the order's details and answers their dialog. */
  async open(number: string): Promise<Locator> {
    await this.card(number)
      .getByRole('button', { name: new RegExp(`^Order ${number} `) })
      .click();
    const dialog = this.page.getByRole('dialog', { name: `Order ${number}` });
    await dialog.waitFor();
    return dialog;
  }

  /** Cancels by way of the details and answers the words that asked for confirmation. */
  async cancel(number: string, reason = 'Entered by mistake'): Promise<string> {
    const details = await this.open(number);
    await details.getByRole('button', { name: 'Cancel order' }).click();
    const question = this.page.getByRole('dialog', { name: `Cancel order ${number}?` });
    const words = await question.innerText();
    await question.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await question.getByRole('button', { name: 'Cancel order' }).click();
    await question.waitFor({ state: 'hidden' });
    return words;
  }
}
