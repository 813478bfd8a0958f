import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { ensureBuilt } from '../../scripts/ready/built.mjs';
import { openPos } from '../../src/core/app.ts';
import { systemCaller } from '../../src/core/kernel/caller.ts';
import { seedDemo } from '../../src/core/modules/seeding/index.ts';
import { startChromium } from '../support/browser.ts';
import { inRepository } from '../support/repository.ts';
import { startServerProcess } from '../support/server-process.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { FIRST_RUN } from './first-run-scenes.ts';
import type { Scene } from './scene.ts';
import { SCENES } from './scenes.ts';

/**
 * Takes the pictures of docs/pictures from the running product: the demo café with 90 days of history, each scene in light
 * and dark. `npm run screenshots -- --only dashboard,items` keeps some; `--out DIR --width 1024 --height 768` for looking at others.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: inRepository('docs/pictures') },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    history: { type: 'string', default: '90' },
  },
});
const wanted = values.only?.split(',');

const makeShop = async (dataDir: string): Promise<void> => {
  const pos = await openPos({ dataDir, inlineWorker: true });
  try {
    await seedDemo(pos, { historyDays: Number(values.history) });
    const { items } = await call<{ items: unknown[] }>(pos, 'shifts.list', { status: 'open' });
    if (items.length === 0) await call(pos, 'shifts.open', { opening_cash: 150_00 });
  } finally {
    await pos.close();
  }
};

const call = async <T>(pos: Awaited<ReturnType<typeof openPos>>, name: string, input: unknown): Promise<T> => {
  const answer = await pos.dispatch(name, input, systemCaller('cli', 'Pictures'));
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value as T;
};

/** Waits until nothing moves and every font and image is there, so that two runs give the same picture. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(`Promise.all([document.fonts.ready, ...document.getAnimations().map((animation) => animation.finished.catch(() => null))])
    .then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))`);

/** By its key, as a user does, so that charts follow; where a dialog or the lock has the keys, by what the key changes. */
const toScheme = async (page: Page, scheme: 'light' | 'dark'): Promise<void> => {
  const there = page.locator(`html[data-mantine-color-scheme=${scheme}]`);
  if ((await there.count()) > 0) return;
  if ((await page.getByRole('dialog').count()) > 0 || (await page.getByRole('navigation', { name: 'Main' }).count()) === 0)
    await page.evaluate(`document.documentElement.dataset.mantineColorScheme = '${scheme}'`);
  else await page.keyboard.press('Alt+d');
  await there.waitFor({ state: 'attached' });
};

const take = async (page: Page, name: string): Promise<void> => {
  for (const scheme of ['light', 'dark'] as const) {
    await toScheme(page, scheme);
    await atRest(page);
    writeFileSync(`${values.out}/${name}-${scheme}.png`, await page.screenshot());
  }
  await toScheme(page, 'light');
};

/** Shows the scenes one after the other in a fresh window; those that could not be shown are named and passed over. */
const takeAll = async (chromium: Browser, dataDir: string, scenes: readonly Scene[]): Promise<readonly string[]> => {
  const server = await startServerProcess(dataDir);
  const failed: string[] = [];
  try {
    const page = await chromium.newPage({
      viewport: { width: Number(values.width), height: Number(values.height) },
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(15_000);
    await page.goto(`${server.url}/app/`);
    for (const scene of scenes) {
      try {
        await scene.show(page);
        if (!wanted || wanted.includes(scene.name)) await take(page, scene.name);
        console.log(scene.name);
      } catch (error) {
        failed.push(scene.name);
        console.error(`${scene.name}: ${String(error)}`);
      }
      await scene.leave?.(page);
    }
    await page.close();
  } finally {
    await server.close();
  }
  return failed;
};

await ensureBuilt({ say: (text: string) => console.log(text) });
mkdirSync(values.out, { recursive: true });
const chromium = await startChromium();
const [shop, nothing] = [tempFolder(), tempFolder()];
try {
  await makeShop(shop.path);
  const failed = [...(await takeAll(chromium, shop.path, SCENES)), ...(await takeAll(chromium, nothing.path, FIRST_RUN))];
  if (failed.length > 0) {
    console.error(`not taken: ${failed.join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  await chromium.close();
  for (const folder of [shop, nothing]) folder.remove();
}
