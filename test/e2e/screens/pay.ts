import type { Locator, Page } from 'playwright-core';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Taking money: at the till for its ticket, or for an order that was placed before. */
export class Payment {
  readonly page: Page;
  readonly panel: Locator;
  readonly asked: Locator;
  readonly received: Locator;
  readonly tip: Locator;
  readonly methods: Locator;
  readonly quickKeys: Locator;
  readonly takeButton: Locator;
  readonly outcome: Locator;
  readonly taken: Locator;
  readonly fault: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('region', { name: /^Payment/ });
    this.asked = page.getByTestId('pay-asked');
    this.received = this.panel.getByLabel(/^(Received|Amount)$/);
    this.tip = this.panel.getByLabel('Tip', { exact: true });
    this.methods = this.panel.getByRole('radiogroup', { name: 'Payment method' });
    this.quickKeys = this.panel.getByRole('group', { name: 'Cash received' });
    this.takeButton = this.panel.getByRole('button', { name: /^(Take \$|Try again)/ });
    this.outcome = page.getByTestId('pay-outcome');
    this.taken = this.panel.getByRole('list', { name: 'Taken so far' });
    this.fault = this.panel.getByRole('alert').filter({ hasText: /\S/ });
  }

  /** There is something to take, and the key that takes it works. */
  async readyToTake(): Promise<void> {
    await this.takeButton.and(this.page.locator(':enabled')).waitFor();
  }

  async choose(method: string): Promise<void> {
    await this.methods.getByRole('radio', { name: method }).click();
  }

  /** The quick key of a note or of the exact sum, as it is written: `$20.00`. */
  quick(amount: string): Locator {
    return this.quickKeys.getByRole('button', { name: new RegExp(`${escaped(amount)}$`) });
  }

  /** Enters an amount and takes it. */
  async take(amount: string): Promise<void> {
    await this.received.fill(amount);
    await this.takeButton.click();
  }

  /** Types on the keypad, key by key. */
  async tap(keys: string): Promise<void> {
    const keypad = this.panel.getByRole('group', { name: 'Keypad' });
    for (const key of keys) await keypad.getByRole('button', { name: key === '.' ? 'Decimal point' : key, exact: true }).click();
  }

  async later(): Promise<void> {
    await this.panel.getByRole('button', { name: /^Pay (the rest )?later/ }).click();
  }

  async back(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Back', exact: true }).click();
  }
}
