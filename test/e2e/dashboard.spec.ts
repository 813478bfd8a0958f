import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPos } from '../../src/core/app.ts';
import { importPhilo } from '../../src/core/modules/importing/index.ts';
import { seedDemo } from '../../src/core/modules/seeding/index.ts';
import { PEOPLE } from '../support/demo-shop.ts';
import { readMoney } from '../support/figures.ts';
import { openByKey, tabTo } from '../support/keyboard.ts';
import { canReadPdf, pdfLines } from '../support/pdf-text.ts';
import { inRepository } from '../support/repository.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { Dashboard, type FigureName, Header, LockScreen } from './screens/index.ts';

/** The real café's database in the original's schema. */
const realDatabase = inRepository('..', 'shared', 'data', 'philo-2026-03.db');
const isRealHere = existsSync(realDatabase);
if (!isRealHere && process.env.CI) throw new Error(`the real café's database is not beside the checkout: ${realDatabase}`);
if (!isRealHere) process.stderr.write(`Left out: the dashboard of the real café, since ${realDatabase} is not there.\n`);

/** Other work may load the machine. */
const SOON = { timeout: 15_000 };

const HISTORY_DAYS = 21;

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

interface Shop {
  readonly name: string;
  readonly isHere: boolean;
  readonly range: { readonly start_date: string; readonly end_date: string };
  /** Known beforehand, where they are. */
  readonly revenue: number | null;
  readonly make: (folder: string) => Promise<void>;
  readonly signIn: (page: Page) => Promise<void>;
}

const SHOPS: readonly Shop[] = [
  {
    name: 'a shop with three weeks behind it',
    isHere: true,
    range: { start_date: dayBefore(12), end_date: dayBefore(3) },
    revenue: null,
    make: async (folder) => {
      const pos = await openPos({ dataDir: folder, inlineWorker: true });
      try {
        await seedDemo(pos, { historyDays: HISTORY_DAYS });
      } finally {
        await pos.close();
      }
    },
    signIn: (page) => new LockScreen(page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin),
  },
  {
    name: 'the imported café',
    isHere: isRealHere,
    range: { start_date: '2026-01-31', end_date: '2026-03-02' },
    revenue: 6996_69,
    make: async (folder) => {
      const pos = await openPos({ dataDir: folder, inlineWorker: true });
      try {
        await importPhilo(pos, { file: realDatabase, timeZone: 'UTC' });
      } finally {
        await pos.close();
      }
    },
    signIn: (page) => new LockScreen(page).createOwner('Nora Lind', PEOPLE.owner.pin),
  },
];

const DRAWN = ['revenue', 'orders', 'items', 'categories', 'hours', 'methods'] as const satisfies readonly FigureName[];
const ALL_TABLES = 'tables=trend_revenue,trend_orders,items,categories,hours,methods';

/** A cell as a number where it is one: money in minor units, a percentage as such. */
const figureOf = (text: string): number | string => {
  if (/^[-−]?\$[\d,]+\.\d\d$/u.test(text)) return readMoney(text);
  if (/^[\d,]+$/.test(text)) return Number(text.replaceAll(',', ''));
  return text;
};

const byText = (one: number | string, other: number | string): number => String(one).localeCompare(String(other));

const sumOf = (amounts: readonly string[]): number => amounts.reduce((sum, text) => sum + readMoney(text), 0);

const faults = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );

describe.each(SHOPS.filter(({ isHere }) => isHere))('the dashboard of $name', (shop) => {
  const days = `from=${shop.range.start_date}&to=${shop.range.end_date}`;

  describe.each(TILL_DOORS)('in $name', (door) => {
    const folder = tempFolder();
    let open: OpenTill;
    let dashboard: Dashboard;

    beforeAll(async () => {
      await shop.make(folder.path);
      open = await door.open(folder.path);
      await shop.signIn(open.page);
      await new Header(open.page).navigation.waitFor();
      dashboard = new Dashboard(open.page);
    });

    afterAll(async () => {
      await open?.close();
      folder.remove();
    });

    it('is what the back office shows first', async () => {
      await new Header(open.page).goTo('Back office');
      await dashboard.ready();
      await expect.poll(() => dashboard.range.inputValue(), SOON).toBe('last_30');
    });

    it('shows the figures of the core on its cards, and their change in words', async () => {
      await dashboard.goTo(days);
      const { current, change_pct } = await open.call('dashboard.compare', shop.range);
      if (shop.revenue !== null) expect(current.total_revenue).toBe(shop.revenue);
      expect((await open.call('dashboard.summary', shop.range)).total_revenue).toBe(current.total_revenue);
      const shown = {
        revenue: current.total_revenue,
        orders: current.total_orders,
        average: current.avg_order_value,
        net_profit: current.net_profit,
        items_sold: current.total_items_sold,
        customers: current.active_customers,
        refunds: current.refunds,
        net_revenue: current.net_revenue,
      };
      for (const [name, value] of Object.entries(shown)) {
        await expect.poll(async () => figureOf(await dashboard.card(name).innerText()), { ...SOON, message: name }).toBe(value);
      }
      const change = change_pct.total_orders;
      const words = change === null ? 'nothing before' : change > 0 ? 'up ' : change < 0 ? 'down ' : 'unchanged';
      expect(await dashboard.change('orders').innerText()).toContain(words);
    });

    it('has a table for each chart with the figures of the core', async () => {
      await dashboard.goTo(`${days}&by=daily&${ALL_TABLES}`);
      const read = async (name: FigureName) => (await dashboard.rows(name)).map((row) => row.map(figureOf));
      const revenue = await open.call('dashboard.revenue', { ...shop.range, group_by: 'daily' });
      expect((await read('revenue')).map((row) => row.slice(1))).toEqual(
        revenue.map((row) => [row.revenue, row.order_count, row.avg_order_value]),
      );
      const orders = await open.call('dashboard.orderTrends', { ...shop.range, group_by: 'daily' });
      expect((await read('orders')).map((row) => row.slice(1))).toEqual(
        orders.map((row) => [row.order_count, row.completed, row.cancelled, row.revenue, row.avg_order_value]),
      );
      const items = await open.call('dashboard.topItems', { ...shop.range, limit: 10 });
      expect(await read('items')).toEqual(items.map((row) => [row.name, row.category, row.qty_sold, row.revenue, row.order_count]));
      const categories = await open.call('dashboard.topCategories', { ...shop.range, limit: 10 });
      expect(await read('categories')).toEqual(
        categories.map((row) => [row.name, row.total_revenue, row.qty_sold, row.item_count, row.order_count]),
      );
      const grid = await open.call('dashboard.hourlyGrid', shop.range);
      const sold = grid.filter((cell) => cell.order_count > 0);
      const hours = await read('hours');
      expect(hours.length).toBe(Math.max(...sold.map(({ hour }) => hour)) - Math.min(...sold.map(({ hour }) => hour)) + 1);
      expect(
        hours
          .flatMap((row) => row.slice(1))
          .filter((amount) => amount !== 0)
          .sort(byText),
      ).toEqual(
        sold
          .map((cell) => cell.revenue)
          .filter((amount) => amount !== 0)
          .sort(byText),
      );
      const methods = await open.call('dashboard.paymentBreakdown', shop.range);
      expect((await read('methods')).map((row) => [row[1], row[3]])).toEqual(methods.map((row) => [row.count, row.total_amount]));
    });

    it('states customers, profit, stock and shifts as the core does', async () => {
      const guests = await open.call('dashboard.customerInsights', { ...shop.range, top_limit: 5 });
      expect((await dashboard.rows('customers')).map((row) => row.map(figureOf))).toEqual(
        guests.top_customers.map((row) => [row.name, row.order_count, row.total_spent, row.avg_order_value]),
      );
      const profit = await open.call('dashboard.profitLoss', shop.range);
      const statement = new Map((await dashboard.rows('profit')).map(([line = '', amount = '']) => [line, figureOf(amount)]));
      expect(Object.fromEntries(statement)).toMatchObject({
        'Revenue, with tax': profit.total_revenue,
        'Tax collected': 0 - profit.total_tax_collected,
        'Refunds, without tax': 0 - profit.refunds,
        'Net revenue': profit.net_revenue,
        Expenses: 0 - profit.total_expenses,
        'Net profit': profit.net_profit,
      });
      const stock = await open.call('dashboard.inventoryAlerts', {});
      if (stock.length > 0)
        expect((await dashboard.rows('stock')).map((row) => [row[0], Number(row[2])])).toEqual(
          stock.map((row) => [row.name, row.stock_qty]),
        );
      const all = dashboard.figure('shifts').getByRole('button', { name: /^Show all/ });
      if (await all.isVisible()) await all.click();
      const shifts = await open.call('dashboard.shiftSummary', shop.range);
      await expect.poll(async () => (await dashboard.rows('shifts')).length, SOON).toBe(shifts.length);
      expect((await dashboard.rows('shifts')).map((row) => [Number(row[0]), figureOf(row[3] ?? ''), figureOf(row[4] ?? '')])).toEqual(
        shifts.map((row) => [row.shift_id, row.total_orders, row.total_revenue]),
      );
    });

    it('shows the orders behind a row, whose sum is the figure', async () => {
      await dashboard.goTo(`${days}&by=daily&${ALL_TABLES}`);
      // Which column holds the amount that its orders add up to.
      const columns = { revenue: 1, items: 3, categories: 1, methods: 3, customers: 2 } as const;
      for (const [name, column] of Object.entries(columns) as [keyof typeof columns, number][]) {
        const rows = await dashboard.rows(name);
        const row = rows.at(-1) ?? [];
        await dashboard.table(name).getByRole('rowheader').last().getByRole('link').click();
        await expect.poll(() => dashboard.behind.figure.innerText(), { ...SOON, message: name }).toBe(row[column]);
        expect(sumOf(await dashboard.behind.allAmounts()), name).toBe(readMoney(row[column] ?? ''));
        await dashboard.behind.close();
      }
      const cell = dashboard.table('hours').getByRole('link').first();
      const amount = await cell.innerText();
      await cell.click();
      await expect.poll(() => dashboard.behind.figure.innerText(), SOON).toBe(amount);
      expect(sumOf(await dashboard.behind.allAmounts())).toBe(readMoney(amount));
      await dashboard.behind.close();
    });

    it('shows the orders behind a card', async () => {
      const one = { start_date: shop.range.end_date, end_date: shop.range.end_date };
      await dashboard.goTo(`from=${one.start_date}&to=${one.end_date}`);
      const { current } = await open.call('dashboard.compare', one);
      await dashboard.card('revenue').click();
      await expect.poll(async () => figureOf(await dashboard.behind.figure.innerText()), SOON).toBe(current.total_revenue);
      expect(sumOf(await dashboard.behind.allAmounts())).toBe(current.total_revenue);
      await dashboard.behind.close();
      for (const [name, figure] of [
        ['orders', current.total_orders],
        ['items_sold', current.total_items_sold],
        ['average', current.avg_order_value],
        ['refunds', current.refunds],
        ['net_profit', current.net_profit],
      ] as const) {
        await dashboard.card(name).click();
        await expect.poll(async () => figureOf(await dashboard.behind.figure.innerText()), { ...SOON, message: name }).toBe(figure);
        await dashboard.behind.close();
      }
    });

    it('opens the orders behind what is drawn, by a click on it', async () => {
      const one = { start_date: shop.range.end_date, end_date: shop.range.end_date };
      await dashboard.goTo(`from=${one.start_date}&to=${one.end_date}`);
      const [bar] = await open.call('dashboard.revenue', one);
      await dashboard.chart('revenue').waitFor();
      const box = await dashboard.chart('revenue').boundingBox();
      if (!box || !bar) throw new Error('nothing is drawn');
      // The one bar stands in the middle, as high as it can.
      await dashboard.chart('revenue').click({ position: { x: box.width / 2 + 20, y: box.height * 0.7 } });
      await expect.poll(async () => figureOf(await dashboard.behind.figure.innerText()), SOON).toBe(bar.revenue);
      await dashboard.behind.close();
    });

    it('saves each table as a file with the same figures', async () => {
      await dashboard.goTo(`${days}&by=daily&${ALL_TABLES}`);
      for (const name of [...DRAWN, 'profit'] as const) {
        const rows = await dashboard.rows(name);
        const [download] = await Promise.all([open.page.waitForEvent('download'), dashboard.csv(name).click()]);
        expect(download.suggestedFilename()).toMatch(new RegExp(`^[a-z-]+-${shop.range.start_date}-${shop.range.end_date}\\.csv$`));
        const text = readFileSync(await download.path(), 'utf8');
        expect(text.charCodeAt(0)).toBe(0xfeff);
        const { data, errors } = Papa.parse<string[]>(text.slice(1).trimEnd(), { newline: '\r\n', delimiter: ',' });
        expect(errors, name).toEqual([]);
        expect(data.length, name).toBe(rows.length + 1);
        const asSaved = (cell: string): string => {
          const figure = figureOf(cell);
          if (/^[-−]?\$/u.test(cell)) return (Number(figure) / 100).toFixed(2);
          return String(figure);
        };
        for (const [index, row] of rows.entries()) {
          const saved = data[index + 1] ?? [];
          // A percentage is shown with one decimal and saved with two.
          for (const [column, cell] of row.entries())
            if (!cell.endsWith('%')) expect(saved[column], `${name} ${index}`).toBe(asSaved(cell));
        }
      }
    });

    it('keeps range, tables and drill-down in the address, through reload and Back', async () => {
      const { page } = open;
      await dashboard.goTo(days);
      await dashboard.toggle('items').click();
      await dashboard.table('items').waitFor();
      const name = (await dashboard.rows('items'))[0]?.[0] ?? '';
      await dashboard.table('items').getByRole('link', { name, exact: true }).click();
      await dashboard.behind.figure.waitFor();
      const figure = await dashboard.behind.figure.innerText();
      await page.reload();
      await expect.poll(() => dashboard.behind.figure.innerText(), SOON).toBe(figure);
      await dashboard.behind.orders.first().click();
      await page.getByRole('heading', { name: /^Order \d+/ }).waitFor();
      await page.goBack();
      await expect.poll(() => dashboard.behind.figure.innerText(), SOON).toBe(figure);
      await page.goBack();
      await dashboard.behind.panel.waitFor({ state: 'hidden' });
      await dashboard.table('items').waitFor();
      expect(await dashboard.range.inputValue()).toBe('custom');
      expect(await page.getByRole('textbox', { name: 'From' }).or(page.getByLabel('From')).first().inputValue()).toBe(
        shop.range.start_date,
      );
      await dashboard.range.selectOption('last_7');
      await expect.poll(() => page.url(), SOON).toContain('range=last_7');
      await page.goBack();
      await expect.poll(() => dashboard.range.inputValue(), SOON).toBe('custom');
    });

    it('leaves its filters behind when another screen is opened', async () => {
      await dashboard.goTo('range=last_7');
      await new Header(open.page).goToOffice('Staff');
      await expect.poll(() => open.page.url(), SOON).not.toContain('range=');
    });

    it.skipIf(door !== TILL_DOORS[0])(
      'fits its sizes, and axe finds nothing in light or dark, as pictures and as tables',
      async () => {
        const { page } = open;
        for (const search of [days, `${days}&${ALL_TABLES}`]) {
          await dashboard.goTo(search);
          await dashboard.figure('shifts').waitFor();
          for (const [width, height] of [
            [1024, 768],
            [1280, 800],
            [390, 844],
          ] as const) {
            await page.setViewportSize({ width, height });
            expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), `${width}`).toBe(0);
          }
          await page.setViewportSize({ width: 1280, height: 800 });
          for (const scheme of ['dark', 'light']) {
            await page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
            expect([scheme, await faults(page)]).toEqual([scheme, []]);
          }
        }
        await dashboard.goTo(`${days}&behind=revenue`);
        await dashboard.behind.figure.waitFor();
        for (const scheme of ['dark', 'light']) {
          await page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
          expect([scheme, await faults(page)]).toEqual([scheme, []]);
        }
        await dashboard.behind.close();
      },
      180_000,
    );

    it('follows a sale as it is made, without being drawn anew', async () => {
      const { page } = open;
      await dashboard.goTo('range=today&by=daily');
      const before = await open.call('dashboard.compare', { start_date: dayBefore(0), end_date: dayBefore(0) });
      const { items } = await open.call('items.list', { per_page: 100 });
      const sale = {
        items: [{ item_id: items.find((item) => item.is_available && item.stock_qty < 0)?.id ?? 0, quantity: 2 }],
        payments: [],
      };
      // The first sale of a day brings the charts; they stay through the second.
      let { total } = await open.call('orders.create', sale);
      await expect.poll(async () => figureOf(await dashboard.card('revenue').innerText()), SOON).toBe(before.current.total_revenue + total);
      await dashboard.chart('revenue').waitFor();
      await dashboard.chart('revenue').evaluate((canvas) => canvas.setAttribute('data-seen', 'yes'));
      total += (await open.call('orders.create', sale)).total;
      await expect.poll(async () => figureOf(await dashboard.card('revenue').innerText()), SOON).toBe(before.current.total_revenue + total);
      expect(await dashboard.chart('revenue').getAttribute('data-seen')).toBe('yes');
      expect(await page.getByText('No sales on these days').count()).toBe(0);
    });

    it('says so where nothing was sold, and leads back', async () => {
      await dashboard.goTo('from=2020-01-01&to=2020-01-02');
      await open.page.getByText('No sales on these days').waitFor();
      expect(figureOf(await dashboard.card('revenue').innerText())).toBe(0);
      await open.page.getByRole('button', { name: 'Last 30 days' }).click();
      await expect.poll(() => dashboard.range.inputValue(), SOON).toBe('last_30');
    });

    it.runIf(door === TILL_DOORS[1])(
      'says of a figure that cannot be read what is wrong, while the others stand, and reads it when asked',
      async () => {
        const { page } = open;
        // Days that nothing has shown yet: what was read is kept.
        const range = { start_date: dayAfter(shop.range.start_date), end_date: shop.range.end_date };
        await page.route('**/api/v1/dashboard/payment-breakdown?*', (route) => route.abort());
        await dashboard.goTo(`from=${range.start_date}&to=${range.end_date}`);
        const methods = dashboard.figure('methods');
        await methods.getByRole('alert').getByText('Philo POS cannot be reached').waitFor(SOON);
        const { current } = await open.call('dashboard.compare', range);
        await expect.poll(async () => figureOf(await dashboard.card('revenue').innerText()), SOON).toBe(current.total_revenue);
        await dashboard.chart('revenue').waitFor();
        await dashboard.figure('profit').getByRole('row').first().waitFor();
        expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(1);
        await page.unroute('**/api/v1/dashboard/payment-breakdown?*');
        await methods.getByRole('button', { name: 'Try again' }).click();
        await dashboard.chart('methods').waitFor();
        await expect.poll(() => methods.getByRole('alert').count(), SOON).toBe(0);
      },
    );

    it.skipIf(door === TILL_DOORS[0])('stands while rows by day are still being read where those by week were', async () => {
      const { page } = open;
      const address = `from=${shop.range.start_date}&to=${dayAfter(shop.range.start_date)}`;
      await dashboard.goTo(`${address}&by=weekly`);
      await dashboard.chart('revenue').waitFor();
      let goOn = () => {};
      const held = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      await page.route('**/api/v1/dashboard/revenue?*', async (route) => {
        await held;
        await route.continue();
      });
      await page.evaluate(`location.hash = ${JSON.stringify(`#/office/dashboard?${address}&by=daily`)}`);
      await page.getByRole('radio', { name: 'Day', exact: true, checked: true }).waitFor();
      await dashboard.ready();
      goOn();
      await dashboard.chart('revenue').waitFor();
      expect(await page.getByText('This screen stopped working').count()).toBe(0);
      await page.unroute('**/api/v1/dashboard/revenue?*');
    });

    it.skipIf(!canReadPdf())('prints on A4 what is on the screen', async () => {
      await dashboard.goTo(`${days}&${ALL_TABLES}`);
      const { current } = await open.call('dashboard.compare', shop.range);
      await dashboard.rows('hours');
      const file = join(folder.path, 'dashboard.pdf');
      writeFileSync(file, await open.page.pdf({ format: 'A4' }));
      const text = pdfLines(file).join('\n');
      expect(text).toContain((await dashboard.card('revenue').innerText()).trim());
      expect(readMoney(await dashboard.card('revenue').innerText())).toBe(current.total_revenue);
      for (const row of await dashboard.rows('items')) expect(text).toContain(row[3]);
      expect(text).not.toContain('Last 30 days');
    });

    it('works by keyboard alone', async () => {
      const { page } = open;
      await dashboard.goTo(days);
      await page.evaluate(
        "for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, () => { document.body.innerHTML = 'a pointer was used'; }, true)",
      );
      const focusRange = () =>
        expect
          .poll(async () => {
            await page.keyboard.press('F2');
            return page.evaluate("document.activeElement?.getAttribute('aria-label')");
          }, SOON)
          .toBe('Days shown');
      await focusRange();
      await tabTo(page, /^What “Revenue” counts$/);
      await page.keyboard.press('Enter');
      await page.getByText('The totals of all orders that are not cancelled').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('The totals of all orders that are not cancelled').waitFor({ state: 'hidden' });
      await tabTo(page, /^Top items as a table$/);
      await page.keyboard.press('Enter');
      const [first = []] = await dashboard.rows('items');
      await tabTo(page, new RegExp(`^${first[0]}$`));
      await openByKey(page, 'Enter', dashboard.behind.figure);
      await expect.poll(() => dashboard.behind.figure.innerText(), SOON).toBe(first[3]);
      await page.keyboard.press('Escape');
      await dashboard.behind.panel.waitFor({ state: 'hidden' });
      await focusRange();
      await page.keyboard.press('Home');
      await expect.poll(() => page.url(), SOON).toContain('range=today');
    });
  });
});
