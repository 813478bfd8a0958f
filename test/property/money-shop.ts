import { fc } from '@fast-check/vitest';
import type { Order } from '../../src/contract/orders.ts';
import { ORDER_STATUSES } from '../../src/domain/order-status.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

const pick = fc.nat(40);
const method = fc.constantFrom('cash', 'card', 'mobile', 'voucher');
const quantity = fc.integer({ min: 1, max: 7 });

export const line = fc.record({
  item: fc.nat(3),
  quantity,
  shots: fc.nat(2),
  own: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('comp' as const) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 100 }) },
  ),
});
const anyTender = fc.record({
  method,
  part: fc.option(fc.integer({ min: 1, max: 900 })),
  over: fc.constantFrom(null, 0, 3, 500, 1500),
  tip: fc.constantFrom(0, 0, 0, 37, 100),
});

/** What two tills, a manager and the owner may do in any order; ids are picked from what there is by then. */
export const step = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      do: fc.constant('sell' as const),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      discount: fc.nat(3),
      pay: fc.oneof(fc.constant('exactly' as const), fc.constant('later' as const), fc.array(anyTender, { minLength: 1, maxLength: 3 })),
      method: fc.constantFrom('cash', 'card'),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('pay' as const), order: pick, tender: anyTender }) },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      order: pick,
      all: fc.boolean(),
      line: fc.nat(3),
      quantity,
      tip: fc.boolean(),
      goods: fc.constantFrom('restock', 'waste', 'kept'),
      other: fc.option(method, { freq: 4 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('status' as const), order: pick, status: fc.constantFrom(...ORDER_STATUSES) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('void' as const, 'delete' as const), order: pick }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      kind: fc.constantFrom('paid_in', 'paid_out', 'drop', 'no_sale'),
      amount: fc.integer({ min: 1, max: 9000 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('spend' as const), amount: fc.integer({ min: 1, max: 4000 }), till: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('respend' as const), expense: fc.nat(5), amount: fc.option(fc.integer({ min: 1, max: 4000 })) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      cash_rounding: fc.constantFrom(1 as const, 5 as const, 10 as const),
      tax_rate: fc.constantFrom(0, 80_000, 88_750, 250_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('count' as const), amount: fc.nat(60_000) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('close' as const), amount: fc.option(fc.nat(60_000)) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('open' as const), amount: fc.nat(30_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clock' as const), hours: fc.integer({ min: -30, max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Menu = Awaited<ReturnType<typeof addSmallMenu>>;

/** A shop in which the steps are called; several calls wait in the same turn, as from two tills. */
class Shop {
  readonly app: TestApp;
  readonly #menu: Menu;
  readonly orders: Order[] = [];
  readonly #expenses: number[] = [];
  #shift = 0;
  #pending: Promise<void>[] = [];

  constructor(app: TestApp, menu: Menu) {
    this.app = app;
    this.#menu = menu;
  }

  async settle(): Promise<void> {
    await Promise.all(this.#pending.splice(0));
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const next of steps) {
      if (next.do === 'restart' || next.do === 'clock') {
        await this.settle();
        if (next.do === 'restart') await this.app.reopen();
        else this.app.clock.advance(next.hours * 3_600_000);
        continue;
      }
      this.#pending.push(this.#call(next));
      if (this.#pending.length >= 3) await this.settle();
    }
    await this.settle();
  }

  async #call(next: Exclude<Step, { do: 'restart' | 'clock' }>): Promise<void> {
    const [name, input] = this.#inputOf(next);
    const answer = await this.app.answer(name, input);
    if (!answer.ok) {
      // Refusals are part of the game; a fault of ours is not.
      if (answer.error.code === 'internal') throw new Error(`${name} ${JSON.stringify(input)}: ${JSON.stringify(answer.error)}`);
      return;
    }
    if (name === 'orders.create') this.orders.push(answer.value as Order);
    if (name === 'expenses.create') this.#expenses.push((answer.value as { id: number }).id);
    if (name === 'shifts.open') this.#shift = (answer.value as { id: number }).id;
  }

  #inputOf(next: Exclude<Step, { do: 'restart' | 'clock' }>): [string, object] {
    const order = 'order' in next ? this.orders[next.order % Math.max(1, this.orders.length)] : undefined;
    const order_id = order?.id ?? 1;
    switch (next.do) {
      case 'sell': {
        const items = [this.#menu.latte, this.#menu.tea, this.#menu.croissant, this.#menu.cake];
        return [
          'orders.create',
          {
            payment_method: next.method,
            discount_id: [null, null, this.#menu.tenPercent.id, this.#menu.twoOff.id][next.discount],
            ...(next.pay === 'exactly' ? {} : { payments: next.pay === 'later' ? [] : next.pay.map((one) => tenderOf(one)) }),
            items: next.lines.map((one) => ({
              item_id: items[one.item]?.id,
              quantity: one.quantity,
              addon_ids: Array.from({ length: one.shots }, () => this.#menu.shot.id),
              ...(one.own === null ? {} : one.own === 'comp' ? { comp: { reason: 'Slow' } } : { discount: { value: one.own } }),
            })),
          },
        ];
      }
      case 'pay':
        return ['payments.take', { order_id, ...tenderOf(next.tender) }];
      case 'refund': {
        const item = order?.items[next.line % order.items.length];
        const lines = next.all || !item ? {} : { lines: [{ order_line_id: item.id, quantity: Math.min(next.quantity, item.quantity) }] };
        // By another tender only where the whole is given back at once: its sum is known.
        const tenders =
          next.other !== null && next.all && order && order.total > 0 ? { tenders: [{ method: next.other, amount: order.total }] } : {};
        return ['refunds.create', { order_id, reason: 'Cold', include_tip: next.tip, goods: next.goods, ...lines, ...tenders }];
      }
      case 'status':
        return ['orders.setStatus', { order_id, status: next.status }];
      case 'void':
        return ['orders.void', { order_id, reason: 'Left' }];
      case 'delete':
        return ['orders.delete', { order_id }];
      case 'move':
        return ['drawer.move', { kind: next.kind, amount: next.kind === 'no_sale' ? 0 : next.amount, reason: 'Reason' }];
      case 'spend':
        return [
          'expenses.create',
          { category: 'Milk', amount: next.amount, shift_id: this.#shift || null, paid_from_till: next.till && this.#shift > 0 },
        ];
      case 'respend': {
        const expense_id = this.#expenses[next.expense % Math.max(1, this.#expenses.length)] ?? 1;
        return next.amount === null ? ['expenses.delete', { expense_id }] : ['expenses.update', { expense_id, amount: next.amount }];
      }
      case 'set':
        return ['settings.update', { cash_rounding: next.cash_rounding, tax_rate: next.tax_rate }];
      case 'count':
        return ['shifts.count', { shift_id: this.#shift || 1, amount: next.amount }];
      case 'close':
        return ['shifts.close', { shift_id: this.#shift || 1, ...(next.amount === null ? {} : { closing_cash: next.amount }) }];
      case 'open':
        return ['shifts.open', { opening_cash: next.amount }];
      default:
        return next satisfies never;
    }
  }
}

const tenderOf = ({ method: by, part, over, tip }: { method: string; part: number | null; over: number | null; tip: number }) => ({
  method: by,
  amount: part,
  tip,
  tendered: over === null ? null : (part ?? 3000) + tip + over,
});

export const openShop = async (): Promise<Shop> => {
  const app = await openTestApp({ start: '2026-03-02T20:00:00.000Z' });
  // Commits to disk are proved elsewhere; here thousands of calls should not wait for them.
  app.pos.database.raw.pragma('synchronous = OFF');
  const menu = await addSmallMenu(app);
  for (const item of [menu.croissant, menu.cake]) await app.call('items.update', { item_id: item.id, stock_qty: 500 });
  await app.call('paymentMethods.create', { code: 'voucher', name: 'Voucher' });
  await app.call('settings.update', { time_zone: 'Europe/Oslo', day_cutover_hour: 4 });
  return new Shop(app, menu);
};
