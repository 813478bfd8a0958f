import type { Locator, Page } from 'playwright-core';

/** A list page of the back office with the panel beside it. */
export class ListScreen {
  readonly page: Page;
  readonly region: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  /** "1–25 of 40" */
  readonly range: Locator;
  readonly question: Locator;
  readonly conflict: Locator;

  constructor(page: Page, title: string) {
    this.page = page;
    this.region = page.getByRole('region', { name: title, exact: true });
    this.rows = this.region.locator('tbody tr');
    this.search = this.region.getByRole('search').getByRole('textbox');
    this.range = this.region.getByRole('status').filter({ hasText: ' of ' });
    this.question = page.getByRole('dialog', { name: 'Leave without saving?' });
    this.conflict = page.getByRole('alertdialog', { name: 'Somebody else changed this meanwhile' });
  }

  row(name: string): Locator {
    return this.region.getByRole('link', { name, exact: true });
  }

  panel(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  names(): Promise<string[]> {
    return this.region.locator('tbody tr a').allInnerTexts();
  }

  async open(name: string): Promise<Locator> {
    await this.row(name).click();
    await this.panel(name).waitFor();
    return this.panel(name);
  }

  async filter(label: string, choice: string): Promise<void> {
    await this.region.getByRole('combobox', { name: label, exact: true }).selectOption({ label: choice });
  }

  async sortBy(column: string): Promise<void> {
    await this.region.getByRole('columnheader', { name: column, exact: true }).getByRole('button').click();
  }
}
