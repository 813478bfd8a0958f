import type { Locator, Page } from 'playwright-core';

/** The shift: open, expenses, close; and the past ones. */
export class ShiftScreen {
  readonly page: Page;
  readonly openForm: Locator;
  /** The card of the open shift. */
  readonly current: Locator;
  readonly past: Locator;

  constructor(page: Page) {
    this.page = page;
    this.openForm = page.getByRole('region', { name: 'Open shift' });
    this.current = page.getByRole('region', { name: /^Shift \d+ is open$/ });
    this.past = page.getByRole('region', { name: 'Past shifts' });
  }

  async open(float: string): Promise<void> {
    await this.openForm.getByRole('textbox', { name: 'Cash in the drawer' }).fill(float);
    await this.openForm.getByRole('button', { name: 'Open shift' }).click();
    await this.current.waitFor();
  }

  /** `revenue`, `orders`, `expenses` or `opening`, as written on the screen. */
  figure(name: 'revenue' | 'orders' | 'expenses' | 'opening'): Locator {
    return this.page.getByTestId(`shift-${name}`);
  }

  async addExpense(expense: { category: string; amount: string; description?: string; fromTill?: boolean }): Promise<void> {
    await this.current.getByRole('button', { name: 'Add expense' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Add an expense' });
    await dialog.getByRole('textbox', { name: 'What for' }).fill(expense.category);
    await dialog.getByRole('textbox', { name: 'Amount' }).fill(expense.amount);
    if (expense.description) await dialog.getByRole('textbox', { name: /^Description/ }).fill(expense.description);
    if (expense.fromTill === false) await dialog.getByRole('switch', { name: 'Paid with cash from the till' }).click({ force: true });
    await dialog.getByRole('button', { name: 'Add expense' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Closes with a counted amount; ends at the report. */
  async close(counted: string): Promise<ReportScreen> {
    await this.current.getByRole('button', { name: 'Close shift' }).click();
    const dialog = this.page.getByRole('dialog', { name: /^Close shift \d+$/ });
    await dialog.getByRole('textbox', { name: 'Counted cash' }).fill(counted);
    await dialog.getByRole('button', { name: 'Close shift' }).click();
    const report = new ReportScreen(this.page);
    await report.paper.waitFor();
    return report;
  }

  async openReport(shiftId: number): Promise<ReportScreen> {
    await this.past.getByRole('link', { name: new RegExp(`^Report of shift ${shiftId}\\b`) }).click();
    const report = new ReportScreen(this.page);
    await report.paper.waitFor();
    return report;
  }
}

export type ReportFigure =
  | 'gross'
  | 'discounts'
  | 'net'
  | 'tax'
  | 'total'
  | 'orders'
  | 'items'
  | 'cancelled'
  | 'cash-sales'
  | 'paid-from-till'
  | 'expected'
  | 'counted'
  | 'over-short';

/** A shift's end-of-day report. */
export class ReportScreen {
  readonly page: Page;
  readonly paper: Locator;

  constructor(page: Page) {
    this.page = page;
    this.paper = page.getByTestId('report');
  }

  /** A figure as written: `$12.34`, or a count. */
  async figure(name: ReportFigure): Promise<string> {
    return this.page.getByTestId(`report-${name}`).innerText();
  }

  /** Saves the PDF where the browser downloads it and answers its path and name. The stand-in and Chromium both download. */
  async savePdf(): Promise<{ path: string; name: string }> {
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Save as PDF' }).click();
    const download = await downloading;
    return { path: await download.path(), name: download.suggestedFilename() };
  }
}
