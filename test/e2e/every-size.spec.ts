import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDemoShop, PEOPLE } from '../support/demo-shop.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type OpenTill, TILL_DOORS } from '../support/tills.ts';
import { CountScreen, Header, LockScreen, RefundScreen, ShiftScreen, StaffScreen, Till, You, ZScreen } from './screens/index.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
] as const;

/** The screens with something on them, each reached as a user reaches it. */
const STATES: readonly {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
  readonly leave?: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'the till with a ticket',
    show: async (page) => {
      await page.keyboard.press('Alt+1');
      await new Till(page).ready();
    },
  },
  {
    name: 'the editor of a line',
    show: async (page) => {
      await page.keyboard.press('F6');
      await page.getByRole('dialog', { name: 'Harbour Latte' }).waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the customers',
    show: async (page) => {
      await page.keyboard.press('F2');
      await page.getByRole('button', { name: /^Amara Osei/ }).waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the discounts',
    show: async (page) => {
      await page.keyboard.press('F3');
      await page.getByRole('button', { name: /^Neighbour Card/ }).waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the price of a line',
    show: async (page) => {
      await page.keyboard.press('Shift+F3');
      await page.getByRole('dialog', { name: 'Price of Harbour Latte' }).waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the held tickets',
    show: async (page) => {
      await new Till(page).hold('window seat');
      await page.keyboard.press('F7');
      await page.getByRole('button', { name: /^window seat/ }).waitFor();
    },
    leave: (page) => page.keyboard.press('Enter'),
  },
  {
    name: 'a payment in parts',
    show: async (page) => {
      const payment = await new Till(page).pay();
      await payment.take('1');
      await payment.choose('Card');
      await payment.received.fill('50');
      await payment.fault.waitFor();
    },
  },
  {
    name: 'leaving a payment',
    show: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Stop this payment?' }).waitFor();
    },
    leave: (page) => page.getByRole('button', { name: 'Give back and stop' }).click(),
  },
  {
    name: 'the change',
    show: async (page) => {
      const till = new Till(page);
      await (await till.pay()).quick('$20.00').click();
      await till.change.waitFor();
    },
  },
  {
    name: 'a receipt',
    show: async (page) => {
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByTestId('paper').waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the orders',
    show: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.getByTestId('order-card').first().waitFor();
    },
  },
  {
    name: 'all orders',
    show: async (page) => {
      await page.keyboard.press('F3');
      await page.getByTestId('order-row').first().waitFor();
    },
  },
  {
    name: 'an order',
    show: async (page) => {
      await page.getByTestId('order-row').first().click();
      await page.getByRole('list', { name: 'Payments' }).getByRole('listitem').waitFor();
    },
  },
  {
    name: 'cancelling an order',
    show: async (page) => {
      await page.keyboard.press('Delete');
      await page.getByRole('dialog', { name: /^Cancel order/ }).waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'a refund',
    show: async (page) => {
      await page.keyboard.press('F6');
      await page.getByTestId('refund-line').first().waitFor();
      await page.keyboard.press('F7');
    },
  },
  {
    name: 'a refund that was made',
    show: async (page) => {
      await new RefundScreen(page).giveBack('not good');
    },
  },
  {
    name: 'the open shift',
    show: async (page) => {
      await page.keyboard.press('Alt+3');
      await new ShiftScreen(page).current.waitFor();
    },
  },
  {
    name: 'paying cash in',
    show: async (page) => {
      await page.keyboard.press('F2');
      await page.getByRole('dialog', { name: 'Paid in' }).waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'counting the drawer',
    show: async (page) => {
      await page.keyboard.press('F10');
      await new CountScreen(page).enter({ $100: 1 });
    },
  },
  {
    name: 'the result of a count',
    show: async (page) => {
      await page.keyboard.press('F10');
      await new CountScreen(page).overShort.waitFor();
    },
  },
  {
    name: 'an X report',
    show: async (page) => {
      await page.evaluate("location.hash = '#/shift/x'");
      await new ZScreen(page).report.waitFor();
    },
  },
  {
    name: 'a Z report',
    show: async (page) => {
      await page.evaluate("location.hash = '#/shift/count'");
      await new CountScreen(page).close.click();
      await new ZScreen(page).hash.waitFor();
    },
  },
  {
    name: 'opening a shift',
    show: async (page) => {
      await page.keyboard.press('Alt+3');
      await page.getByRole('radio', { name: 'Notes and coins' }).click();
    },
  },
  {
    name: 'the staff',
    show: async (page) => {
      await page.keyboard.press('Alt+5');
      await new StaffScreen(page).choose(PEOPLE.cashier.name);
    },
  },
  {
    name: 'the person at the till',
    show: async (page) => {
      await page.keyboard.press('Alt+t');
      await new You(page, PEOPLE.owner.name).clock('in');
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the hours',
    show: async (page) => {
      await page.evaluate("location.hash = '#/hours'");
      await page.getByRole('button', { name: /^Correct the hours of/ }).waitFor();
    },
  },
  {
    name: 'correcting hours',
    show: async (page) => {
      await page.getByRole('button', { name: /^Correct the hours of/ }).click();
      await page.getByRole('dialog', { name: /^Correct hours of/ }).waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'the report',
    show: async (page) => {
      await page.evaluate("location.hash = '#/shift/1'");
      await page.getByTestId('report').waitFor();
    },
  },
  {
    name: 'the keys',
    show: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  },
];

const sideways = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** What axe finds on the page as it is, in words. */
const faults = async (page: Page): Promise<string[]> => {
  await page.evaluate('Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))');
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary}`),
  );
};

const atEverySize = async (page: Page): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const size of SIZES) {
    await page.setViewportSize(size);
    found[`${size.width}x${size.height}`] = await sideways(page);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return found;
};

const fits = Object.fromEntries(SIZES.map(({ width, height }) => [`${width}x${height}`, 0]));

describe('the screens', () => {
  const folder = tempFolder();
  let open: OpenTill;

  const inBothSchemes = async (look: (scheme: string) => Promise<void>): Promise<void> => {
    for (const scheme of ['light', 'dark']) {
      await open.page.evaluate(`document.documentElement.setAttribute('data-mantine-color-scheme', '${scheme}')`);
      await look(scheme);
    }
    await open.page.evaluate("document.documentElement.setAttribute('data-mantine-color-scheme', 'light')");
  };

  beforeAll(async () => {
    await makeDemoShop(folder.path);
    const door = TILL_DOORS[0];
    if (!door) throw new Error('no door');
    open = await door.open(folder.path);
  });

  afterAll(async () => {
    await open?.close();
    folder.remove();
  });

  it('lock: fits every size and is clean in both schemes', async () => {
    await new LockScreen(open.page).people.waitFor();
    expect(await atEverySize(open.page)).toEqual(fits);
    await inBothSchemes(async (scheme) => expect([scheme, await faults(open.page)]).toEqual([scheme, []]));
  });

  it('are looked at by eyes that see: a planted fault of each kind is found', async () => {
    await open.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<div id=planted style=\"width:3000px\"><input></div>')");
    expect(Math.min(...Object.values(await atEverySize(open.page)))).toBeGreaterThan(0);
    expect((await faults(open.page)).join('\n')).toMatch(/^label: /m);
    await open.page.evaluate("document.getElementById('planted').remove()");
  });

  it('are reached with something to show', async () => {
    const { page } = open;
    await new LockScreen(page).signIn(PEOPLE.owner.name, PEOPLE.owner.pin);
    await new Header(page).goTo('Shift');
    await new ShiftScreen(page).open('100');
    await new Header(page).goTo('Till');
    const till = new Till(page);
    await till.ready();
    await till.addByTyping('plain croissant');
    await till.place();
    await till.addByTyping('harbour latte');
    await till.line('Harbour Latte').waitFor();
    expect(await page.getByTestId('ticket-line').count()).toBe(1);
  });

  it.each(STATES)('$name: fits every size and is clean in both schemes', async ({ show, leave }) => {
    const { page } = open;
    await show(page);
    expect(await atEverySize(page)).toEqual(fits);
    await inBothSchemes(async (scheme) => expect([scheme, await faults(page)]).toEqual([scheme, []]));
    await leave?.(page);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});
