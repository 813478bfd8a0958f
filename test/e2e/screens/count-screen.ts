import type { Locator, Page } from 'playwright-core';

/** The blind close: the count, then its result with the close. */
export class CountScreen {
  readonly page: Page;
  readonly total: Locator;
  readonly submit: Locator;
  /** Over, short or exact, in words. */
  readonly word: Locator;
  readonly overShort: Locator;
  readonly counted: Locator;
  readonly expected: Locator;
  readonly comment: Locator;
  readonly floatLeft: Locator;
  readonly toBank: Locator;
  readonly again: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.page = page;
    this.total = page.getByTestId('count-total');
    this.submit = page.getByRole('button', { name: 'Submit the count' });
    this.word = page.getByTestId('count-word');
    this.overShort = page.getByTestId('count-over-short');
    this.counted = page.getByTestId('count-counted');
    this.expected = page.getByTestId('count-expected');
    this.comment = page.getByRole('textbox', { name: /^Comment on the difference/ });
    this.floatLeft = page.getByRole('textbox', { name: /^Float left for tomorrow/ });
    this.toBank = page.getByTestId('count-to-bank');
    this.again = page.getByRole('button', { name: 'Count again' });
    this.close = page.getByRole('button', { name: 'Close shift' });
  }

  /** How many there are of each note and coin, named as on the screen: `$20`, `$0.25`. */
  async enter(pieces: Readonly<Record<string, number>>): Promise<void> {
    await this.page.getByRole('radio', { name: 'Notes and coins' }).click();
    for (const [piece, count] of Object.entries(pieces)) {
      await this.page.getByRole('textbox', { name: `Number of ${piece}`, exact: true }).fill(String(count));
    }
  }

  /** Submits a sum; ends at the result. */
  async submitSum(amount: string): Promise<void> {
    await this.page.getByRole('radio', { name: 'Sum only' }).click();
    await this.page.getByRole('textbox', { name: 'Counted cash' }).fill(amount);
    await this.submit.click();
    await this.overShort.waitFor();
  }

  /** Submits what was entered; ends at the result. */
  async submitPieces(): Promise<void> {
    await this.submit.click();
    await this.overShort.waitFor();
  }
}
