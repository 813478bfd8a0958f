import type { Locator, Page } from 'playwright-core';

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(
    "(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.innerText ?? '').replace(/\\s+/g, ' ').trim()",
  );

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

/**
 * Opens what a key opens. A screen that is still coming (its code is being read) has no keys yet; a test is fast enough to
 * press before it, and then presses again, as a person would.
 */
export const openByKey = async (page: Page, key: string, opened: Locator): Promise<void> => {
  for (let tries = 0; tries < 5; tries += 1) {
    await page.keyboard.press(key);
    const isOpen = await opened.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
  }
  throw new Error(`${key} does not open ${String(opened)}`);
};
