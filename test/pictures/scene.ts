import type { Page } from 'playwright-core';

/** A picture: how one gets there from the scene before, and what it is called in docs/pictures. */
export interface Scene {
  readonly name: string;
  /** Brings the page there; both schemes are taken then. */
  readonly show: (page: Page) => Promise<void>;
  /** Steps out of a dialog afterwards. */
  readonly leave?: (page: Page) => Promise<void>;
}

export const escape = (page: Page): Promise<void> => page.keyboard.press('Escape');

export const goTo = (page: Page, address: string): Promise<void> => page.evaluate(`location.hash = ${JSON.stringify(`#${address}`)}`);

/** Waits until nothing is being loaded: no skeleton is left, and nothing says that it is busy. */
export const settled = async (page: Page): Promise<void> => {
  for (const busy of await page.locator('.mantine-Skeleton-root, [aria-busy=true]').all()) await busy.waitFor({ state: 'detached' });
};

/** A page by its address, once its heading is there; the one of the scene before may still be in its place for a moment. */
export const at = (name: string, address: string, heading: string): Scene => ({
  name,
  show: async (page) => {
    await goTo(page, address);
    await page.locator('main').getByRole('heading', { name: heading, level: 1 }).waitFor({ state: 'attached' });
    await settled(page);
  },
});

/** What a row of a list opens beside it, by its address. */
export const panelAt = (name: string, address: string): Scene => ({
  name,
  show: async (page) => {
    await goTo(page, address);
    await page.locator('main').getByRole('textbox').nth(1).waitFor();
    await settled(page);
  },
});

/** Further down on the page that is shown. */
export const downTo = (name: string, heading: string): Scene => ({
  name,
  show: async (page) => {
    await page.getByRole('heading', { name: heading }).evaluate('(element) => element.scrollIntoView({ block: "start" })');
    await settled(page);
  },
});
