import type { InputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import { denominationsOf, quickCash } from '../../../domain/cash.ts';
import type { Money } from '../../../domain/money.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { expectedCash, readLedger } from '../drawer/index.ts';
import { minorOf } from './demo-cafe.ts';
import { perform } from './perform.ts';
import type { Random } from './random.ts';
import type { Trade } from './trade.ts';

type Tenders = NonNullable<InputOf<'orders.create'>['payments']>;

/** In hundredths of the currency. */
const OPENING_FLOAT = 15_000;
const SAFE_DROP = 20_000;

const OUTGOINGS = [
  ['Window cleaner', 1200],
  ['Stamps', 450],
  ['Light bulbs', 890],
  ['Flowers for the tables', 1500],
  ['Taxi for the baker', 1850],
] as const;

const REFUNDS = [
  ['Made with the wrong milk', 'waste'],
  ['Cold when it came', 'waste'],
  ['Charged twice', 'kept'],
  ['Stale', 'waste'],
  ['Wrong item in the bag', 'restock'],
] as const;

/** The till while the past is made: how people pay, what goes in and out of the drawer, and how it is counted. */
export class HistoryTill {
  readonly #random: Random;
  readonly #trade: Trade;
  #shiftId = 0;

  constructor(random: Random, trade: Trade) {
    this.#random = random;
    this.#trade = trade;
  }

  get shiftId(): number {
    return this.#shiftId;
  }

  open(ctx: CommandContext): void {
    this.#shiftId = perform(ctx, 'shifts.open', { opening_cash: minorOf(OPENING_FLOAT, ctx.currency.decimals) }).id;
  }

  /** Counts the drawer without knowing what should be in it (mostly right, sometimes a little off), and closes with it. */
  close(ctx: CommandContext): void {
    const random = this.#random;
    const { decimals } = ctx.currency;
    const off = random.chance(0.65) ? 0 : minorOf(random.between(-70, 45) * 5, decimals);
    const denominations = countOf(ctx, Math.max(0, this.#expected(ctx) + off));
    const { over_short } = perform(ctx, 'shifts.count', { shift_id: this.#shiftId, denominations });
    perform(ctx, 'shifts.close', {
      shift_id: this.#shiftId,
      float_left: Math.min(
        minorOf(OPENING_FLOAT, decimals),
        denominations.reduce((sum, row) => sum + row.value * row.count, 0),
      ),
      over_short_comment: Math.abs(over_short) > minorOf(200, decimals) ? 'Counted twice' : null,
    });
  }

  #expected(ctx: CommandContext): Money {
    return expectedCash(readLedger(ctx.db, this.#shiftId));
  }

  /** How somebody pays `total`; null: later, when the order is handed over. */
  tenders(ctx: CommandContext, total: Money): Tenders | null {
    const random = this.#random;
    const method = this.#trade.method();
    if (random.chance(0.03)) return null;
    if (total === 0) return [];
    const tip = method !== 'cash' && random.chance(0.12) ? roundTo(Math.round(total / 10), minorOf(10, ctx.currency.decimals)) : 0;
    if (random.chance(0.015) && total > 1) {
      const part = Math.floor(total / 2);
      return [
        { method: 'card', amount: part },
        { method: 'cash', tendered: this.#handedOver(ctx, total - part) },
      ];
    }
    return [method === 'cash' ? { method, tendered: this.#handedOver(ctx, total) } : { method, tip }];
  }

  /** A note, or the coins that are asked for. */
  #handedOver(ctx: CommandContext, due: Money): Money | null {
    return this.#random.chance(0.3)
      ? null
      : this.#random.pick(
          quickCash(due, ctx.currency, 4)
            .slice(1)
            .concat(due + minorOf(1000, ctx.currency.decimals)),
        );
  }

  /** Takes what an order still owes. */
  collect(ctx: CommandContext, orderId: number): void {
    perform(ctx, 'payments.take', { order_id: orderId, method: this.#trade.method() });
  }

  /** Gives a line of an order back. */
  refund(ctx: CommandContext, order: Order): void {
    const line = this.#random.pick(order.items);
    const [reason, goods] = this.#random.pick(REFUNDS);
    perform(ctx, 'refunds.create', { order_id: order.id, reason, lines: [{ order_line_id: line.id, quantity: 1, goods }] });
  }

  /** Small cash of the day: something is paid for, or the drawer is opened for a look. */
  spend(ctx: CommandContext): void {
    const [reason, amount] = this.#random.pick(OUTGOINGS);
    perform(ctx, 'drawer.move', { kind: 'paid_out', amount: minorOf(amount, ctx.currency.decimals), reason });
  }

  look(ctx: CommandContext): void {
    perform(ctx, 'drawer.move', { kind: 'no_sale', reason: 'Change for a customer' });
  }

  /** Brings what the drawer holds beyond its float to the safe. */
  drop(ctx: CommandContext): void {
    const amount = minorOf(SAFE_DROP, ctx.currency.decimals);
    if (this.#expected(ctx) > 2 * amount) perform(ctx, 'drawer.move', { kind: 'drop', amount, reason: 'To the safe' });
  }
}

const roundTo = (amount: Money, step: number): Money => Math.max(step, Math.round(amount / step) * step);

/** Notes and coins of an amount, largest first; what no coin makes is left out, as it would be in the drawer. */
const countOf = (ctx: CommandContext, amount: Money): { value: Money; count: number }[] => {
  let left = amount;
  return denominationsOf(ctx.currency).map((value) => {
    const count = Math.floor(left / value);
    left -= count * value;
    return { value, count };
  });
};
