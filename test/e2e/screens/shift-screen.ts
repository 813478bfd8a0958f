import type { Locator, Page } from 'playwright-core';
import { CountScreen } from './count-screen.ts';
import { ZScreen } from './z-screen.ts';

/** The shift: open, cash in and out, close; and the past ones. */
export class ShiftScreen {
  readonly page: Page;
  readonly openForm: Locator;
  /** The card of the open shift. */
  readonly current: Locator;
  readonly past: Locator;
  /** What went in and out of the drawer, newest first. */
  readonly moves: Locator;

  constructor(page: Page) {
    this.page = page;
    this.openForm = page.getByRole('region', { name: 'Open shift' });
    this.current = page.getByRole('region', { name: /^Shift \d+ is open$/ });
    this.past = page.getByRole('region', { name: 'Past shifts' });
    this.moves = page.getByRole('region', { name: 'Cash in and out' }).getByRole('listitem');
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

  /** Opens the dialog of one way of moving cash. */
  async begin(act: 'Paid in' | 'Paid out' | 'Safe drop' | 'No sale'): Promise<Locator> {
    await this.current.getByRole('button', { name: act, exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: act === 'No sale' ? 'No-sale opening' : act });
    await dialog.waitFor();
    return dialog;
  }

  /** Cash in or out apart from sales. */
  async move(act: 'Paid in' | 'Paid out' | 'Safe drop', amount: string, reason: string): Promise<void> {
    const dialog = await this.begin(act);
    await dialog.getByRole('textbox', { name: 'Amount' }).fill(amount);
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await dialog.getByRole('button', { name: /^(Put cash in|Take cash out|Drop to the safe)$/ }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Goes to the blind count. */
  async count(): Promise<CountScreen> {
    await this.current.getByRole('button', { name: 'Close shift' }).click();
    const count = new CountScreen(this.page);
    await count.submit.waitFor();
    return count;
  }

  /** Closes with a counted amount as somebody who may not see a Z; ends at the shift's report. */
  async close(counted: string): Promise<ReportScreen> {
    const count = await this.count();
    await count.submitSum(counted);
    await count.close.click();
    const report = new ReportScreen(this.page);
    await report.paper.waitFor();
    return report;
  }

  async openZ(zNumber: number): Promise<ZScreen> {
    await this.past.getByRole('link', { name: new RegExp(`^Z report ${zNumber}\\b`) }).click();
    const z = new ZScreen(this.page);
    await z.report.waitFor();
    return z;
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
