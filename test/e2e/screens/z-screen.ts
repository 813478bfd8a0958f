import type { Locator, Page } from 'playwright-core';

export const Z_FIGURES = [
  'gross',
  'discounts',
  'comps',
  'voids',
  'refunds',
  'net-with-tax',
  'tax',
  'net',
  'orders',
  'items',
  'average',
  'tips',
  'rounding',
  'opening',
  'cash-sales',
  'cash-refunds',
  'paid-in',
  'paid-out',
  'drops',
  'expenses',
  'expected',
  'counted',
  'over-short',
  'grand-sales',
  'grand-returns',
  'grand-net',
] as const;
export type ZFigure = (typeof Z_FIGURES)[number];

/** An X or a Z on the screen. */
export class ZScreen {
  readonly page: Page;
  readonly report: Locator;
  readonly title: Locator;
  readonly checks: Locator;
  readonly hash: Locator;
  /** What became of the last print or PDF. */
  readonly said: Locator;

  constructor(page: Page) {
    this.page = page;
    this.report = page.getByTestId('z-report');
    this.title = this.report.getByRole('heading', { level: 1 });
    this.checks = page.getByTestId('z-checks').getByRole('listitem');
    this.hash = page.getByTestId('z-hash');
    this.said = page.getByRole('main').getByRole('status').filter({ hasText: /\S/ });
  }

  /** A figure as written: `$12.34`, `+$1.00`, or a count. */
  async figure(name: ZFigure | 'float-left' | 'to-bank' | 'comment' | 'counts'): Promise<string> {
    return this.page.getByTestId(`z-${name}`).innerText();
  }

  /** Saves a PDF as a user does; answers its name and where it is. */
  async savePdf(paper: 'A4' | '80 mm'): Promise<{ name: string; path: string }> {
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: `PDF ${paper}` }).click();
    const download = await downloading;
    return { name: download.suggestedFilename(), path: await download.path() };
  }
}
