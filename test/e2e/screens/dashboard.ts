import type { Locator, Page } from 'playwright-core';

/** The figures of the page by the names they have on it. */
export const FIGURES = {
  revenue: 'Revenue over time',
  orders: 'Orders over time',
  items: 'Top items',
  categories: 'Top categories',
  hours: 'Busy hours',
  methods: 'Payment methods',
  customers: 'Customers',
  stock: 'Running low',
  profit: 'Profit and loss',
  shifts: 'Shifts',
} as const;
export type FigureName = keyof typeof FIGURES;

/** The dashboard of the back office. */
export class Dashboard {
  readonly page: Page;
  readonly range: Locator;
  readonly behind: BehindPanel;

  constructor(page: Page) {
    this.page = page;
    this.range = page.getByRole('combobox', { name: 'Days shown' });
    this.behind = new BehindPanel(page);
  }

  /** Goes to an address of the page, as a link or a bookmark does, and waits for its figures. */
  async goTo(search: string): Promise<void> {
    await this.page.evaluate(`location.hash = ${JSON.stringify(`#/office/dashboard?${search}`)}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.card('revenue').waitFor();
  }

  /** The link of a card that shows its value. */
  card(name: string): Locator {
    return this.page.locator(`[data-card="${name}"]`).getByRole('link');
  }

  change(name: string): Locator {
    return this.page.locator(`[data-card="${name}"]`);
  }

  figure(name: FigureName): Locator {
    return this.page.getByRole('region', { name: FIGURES[name], exact: true });
  }

  chart(name: FigureName): Locator {
    return this.figure(name).locator('canvas');
  }

  toggle(name: FigureName): Locator {
    return this.figure(name).getByRole('button', { name: `${FIGURES[name]} as a table` });
  }

  table(name: FigureName): Locator {
    return this.page.getByRole('table', { name: FIGURES[name], exact: true });
  }

  /** The table's cells as they are written, without its heads. */
  async rows(name: FigureName): Promise<string[][]> {
    await this.table(name).waitFor();
    return this.table(name).evaluate((table) =>
      [...(table as unknown as { tBodies: { rows: { cells: { innerText: string }[] }[] }[] }).tBodies].flatMap((body) =>
        [...body.rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
      ),
    );
  }

  csv(name: FigureName): Locator {
    return this.figure(name).getByRole('button', { name: `Save ${FIGURES[name]} as CSV` });
  }
}

/** The orders behind a figure. */
export class BehindPanel {
  readonly panel: Locator;
  readonly figure: Locator;
  readonly words: Locator;
  readonly orders: Locator;
  readonly amounts: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole('dialog');
    this.figure = this.panel.getByTestId('behind-figure');
    this.words = this.panel.getByTestId('behind-words');
    this.orders = this.panel.getByTestId('behind-order');
    this.amounts = this.panel.getByTestId('behind-amount');
  }

  /** The amounts of all pages; ends on the last. */
  async allAmounts(): Promise<string[]> {
    const found: string[] = [];
    await this.figure.waitFor();
    const older = this.panel.getByRole('button', { name: 'Older' });
    for (let page = 1; ; page += 1) {
      found.push(...(await this.amounts.allInnerTexts()));
      if ((await older.count()) === 0 || (await older.isDisabled())) return found;
      await older.click();
      await this.panel.getByText(`Page ${page + 1} of`).waitFor();
    }
  }

  async close(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Close the list of orders' }).click();
    await this.panel.waitFor({ state: 'hidden' });
  }
}
