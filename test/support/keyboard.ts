import type { Page } from 'playwright-core';

const focusedName = (page: Page): Promise<string> =>
  page.evaluate("(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.innerText ?? '').replace(/\\s+/g, ' ').trim()");

/** Walks with Tab until the focus is on what is called so. Fails, naming what was met, when it does not come within a page's length. */
export const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  const met: string[] = [];
  for (let step = 0; step < 80; step += 1) {
    const focused = await focusedName(page);
    if (name.test(focused)) return;
    met.push(focused);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab did not lead to ${name}; it met: ${[...new Set(met)].join(' | ')}`);
};
