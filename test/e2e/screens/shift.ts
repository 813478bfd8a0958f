import type { Page } from 'playwright-core';

/** The shift: opening, expenses, closing. */
export const shiftScreen = (page: Page) => {
  const dialog = page.getByRole('dialog');
  return {
    figure: (name: 'revenue' | 'orders' | 'expenses' | 'opening') => page.getByTestId(`shift-${name}`),

    async open(): Promise<void> {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Shift' }).click();
      await page.getByRole('region', { name: 'Past shifts' }).waitFor();
    },

    async begin(cash: string): Promise<void> {
      await page.getByLabel('Cash in the drawer').fill(cash);
      await page.getByRole('button', { name: 'Open shift' }).click();
      await page.getByRole('region', { name: /^Shift \d+ is open$/ }).waitFor();
    },

    async spend(expense: { what: string; amount: string; description?: string }): Promise<void> {
      await page.getByRole('button', { name: 'Add expense' }).click();
      await dialog.getByLabel('What for').fill(expense.what);
      await dialog.getByLabel('Amount').fill(expense.amount);
      if (expense.description) await dialog.getByLabel(/^Description/).fill(expense.description);
      await dialog.getByRole('button', { name: 'Add expense' }).click();
      await dialog.waitFor({ state: 'detached' });
    },

    /** Closes with what was counted; the report follows. */
    async end(counted: string): Promise<void> {
      await page.getByRole('button', { name: 'Close shift' }).click();
      await dialog.getByLabel('Counted cash').fill(counted);
      await dialog.getByRole('button', { name: 'Close shift' }).click();
      await page.getByTestId('report').waitFor();
    },
  };
};

export const FIGURES = [
  'gross',
  'discounts',
  'net',
  'tax',
  'total',
  'orders',
  'items',
  'cancelled',
  'cash-sales',
  'paid-from-till',
  'expected',
  'counted',
  'over-short',
] as const;
export type Figure = (typeof FIGURES)[number];

/** The end-of-day report. */
export const reportScreen = (page: Page) => ({
  paper: page.getByTestId('report'),
  figure: (name: Figure) => page.getByTestId(`report-${name}`),

  /** Saves the PDF as a user does; answers where it is. */
  async save(): Promise<{ name: string; path: string }> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as PDF' }).click()]);
    return { name: download.suggestedFilename(), path: await download.path() };
  },
});
