import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const SIZES = [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
] as const;

/** For tests that look: axe needs its time on a busy machine. */
export const LOOKS_TIMEOUT_MS = 150_000;

/** What is wrong with the look of the page as it is, in words: sideways scrolling at any size, and what axe finds in both schemes. */
export const looksOf = async (page: Page): Promise<string[]> => {
  const wrong: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    if (Number(over) > 0) wrong.push(`${size.width}x${size.height} scrolls sideways by ${String(over)}`);
  }
  for (let scheme = 0; scheme < 2; scheme += 1) {
    await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    wrong.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)),
    );
    await page.getByRole('button', { name: /^Switch to (dark|light) colours$/ }).click();
  }
  return wrong;
};
