import type { Locator, Page } from 'playwright-core';

/** The list of all orders. */
export class Orders {
  readonly page: Page;
  readonly rows: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByTestId('order-row');
    this.search = page.getByRole('textbox', { name: 'Number, customer or amount' });
  }

  /** From the board. */
  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Orders' }).getByRole('link', { name: 'All orders' }).click();
    await this.search.waitFor();
  }

  row(number: string): Locator {
    return this.rows.and(this.page.locator(`[data-number$="-${number}"]`));
  }

  async filter(status: string, days: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Status' }).selectOption({ label: status });
    await this.page.getByRole('combobox', { name: 'Days' }).selectOption({ label: days });
  }

  async show(number: string): Promise<OrderPage> {
    await this.row(number).click();
    const order = new OrderPage(this.page);
    await order.title(number).waitFor();
    return order;
  }
}

/** One order with its money and history. */
export class OrderPage {
  readonly page: Page;
  readonly payments: Locator;
  readonly refunds: Locator;
  readonly history: Locator;

  constructor(page: Page) {
    this.page = page;
    this.payments = page.getByRole('list', { name: 'Payments' }).getByRole('listitem');
    this.refunds = page.getByTestId('refund-entry');
    this.history = page.getByRole('region', { name: 'History' }).getByRole('listitem');
  }

  title(number: string): Locator {
    return this.page.getByRole('heading', { name: new RegExp(`^Order ${number}`) });
  }

  button(name: 'Take payment' | 'Refund' | 'Cancel order'): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Cancels with a reason and answers the words that asked. */
  async cancel(reason: string): Promise<string> {
    await this.button('Cancel order').click();
    const question = this.page.getByRole('dialog', { name: /^Cancel order/ });
    const words = await question.innerText();
    await question.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await question.getByRole('button', { name: 'Cancel order' }).click();
    await question.waitFor({ state: 'hidden' });
    return words;
  }
}
