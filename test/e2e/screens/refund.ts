import type { Locator, Page } from 'playwright-core';

/** Giving money back, and the document that comes of it. */
export class RefundScreen {
  readonly page: Page;
  readonly amount: Locator;
  readonly reason: Locator;
  readonly tender: Locator;
  readonly confirm: Locator;
  readonly number: Locator;
  readonly given: Locator;
  readonly givenBy: Locator;

  constructor(page: Page) {
    this.page = page;
    this.amount = page.getByTestId('refund-amount');
    this.reason = page.getByRole('textbox', { name: 'Reason' });
    this.tender = page.getByRole('combobox', { name: 'Give it back by' });
    this.confirm = page.getByRole('button', { name: /^Give \$[\d.,]+ back/ });
    this.number = page.getByTestId('refund-number');
    this.given = page.getByTestId('refund-given');
    this.givenBy = page.getByRole('list', { name: 'Given back by' }).getByRole('listitem');
  }

  /** Chooses so many of a line, and what becomes of the goods. */
  async choose(item: string, quantity: number, goods?: 'Customer keeps it' | 'Back to stock' | 'Thrown away'): Promise<void> {
    for (let count = 0; count < quantity; count += 1) await this.page.getByRole('button', { name: `One more ${item} back` }).click();
    if (goods)
      await this.page
        .getByRole('radiogroup', { name: `What becomes of ${item}` })
        .getByRole('radio', { name: goods })
        .click();
  }

  /** Gives it back; ends on the refund's own document and answers its number. */
  async giveBack(reason: string): Promise<string> {
    await this.reason.fill(reason);
    await this.confirm.click();
    return this.number.innerText();
  }
}
