import { PAYMENT_METHODS, type PaymentMethod } from '../../../domain/payment-method.ts';
import type { TimeOfDay } from './demo-cafe.ts';
import type { MenuOfShop, SellableAddon, SellableItem } from './menu-of-shop.ts';
import { type Random, WeightedChoice } from './random.ts';

/** How many of a day's orders come in each hour of the shop's clock. */
const HOURS: readonly (readonly [hour: number, weight: number])[] = [
  [7, 6],
  [8, 13],
  [9, 11],
  [10, 9],
  [11, 8],
  [12, 11],
  [13, 9],
  [14, 7],
  [15, 8],
  [16, 7],
  [17, 5],
  [18, 3],
];

const HOURS_WEIGHT = HOURS.reduce((sum, [, weight]) => sum + weight, 0);
const LAST_MINUTE = 19 * 60 - 1;

/** Sunday first. */
const WEEKDAYS = [1.05, 0.82, 0.88, 0.94, 1, 1.16, 1.32] as const;

const METHODS: Readonly<Record<PaymentMethod, number>> = { card: 52, mobile: 28, cash: 20 };

/** How much better an item sells at a time of day. */
const FIT: Readonly<Record<TimeOfDay, (hour: number) => number>> = {
  all: () => 1,
  morning: (hour) => (hour < 11 ? 1.6 : hour < 14 ? 0.7 : 0.4),
  lunch: (hour) => (hour >= 11 && hour < 15 ? 2.2 : hour >= 8 && hour < 11 ? 0.4 : 0.1),
  afternoon: (hour) => (hour >= 14 ? 1.7 : hour < 11 ? 0.4 : 0.9),
};

export interface BasketLine {
  readonly item: SellableItem;
  readonly quantity: number;
  readonly addons: readonly SellableAddon[];
}

/** How the people of a café buy: when, what, how much of it, and how they pay. */
export class Trade {
  readonly #random: Random;
  readonly #menu: MenuOfShop;
  readonly #methods = new WeightedChoice(PAYMENT_METHODS, (method) => METHODS[method]);
  readonly #byHour: readonly WeightedChoice<SellableItem>[];

  constructor(random: Random, menu: MenuOfShop) {
    this.#random = random;
    this.#menu = menu;
    this.#byHour = Array.from({ length: 24 }, (_, hour) => new WeightedChoice(menu.items, (item) => item.sells * FIT[item.when](hour)));
  }

  /** Busyness of a weekday (0 = Sunday) beside an ordinary day's 1. */
  static busyness(weekday: number): number {
    return WEEKDAYS[weekday] ?? 1;
  }

  /** Minutes after midnight, with the seconds as a fraction, at which an order comes in. */
  minute(): number {
    return Trade.minuteAt(this.#random.next());
  }

  /** The minute by which this share (0..1) of a day's orders has come in. */
  static minuteAt(share: number): number {
    let left = share * HOURS_WEIGHT;
    for (const [hour, weight] of HOURS) {
      if (left < weight) return (hour + left / weight) * 60;
      left -= weight;
    }
    return LAST_MINUTE;
  }

  /** One to four different items. */
  basket(hour: number): BasketLine[] {
    const random = this.#random;
    const size = random.weighted([
      [1, 50],
      [2, 32],
      [3, 13],
      [4, 5],
    ]);
    const items = new Set<SellableItem>();
    for (let line = 0; line < size; line += 1) items.add((this.#byHour[hour] as WeightedChoice<SellableItem>).pick(random));
    return [...items].map((item) => ({
      item,
      quantity: random.weighted([
        [1, 88],
        [2, 10],
        [3, 2],
      ]),
      addons: this.#addons(item),
    }));
  }

  #addons(item: SellableItem): SellableAddon[] {
    const random = this.#random;
    if (this.#menu.addons.length === 0 || !random.chance(item.addonChance)) return [];
    const first = random.pick(this.#menu.addons);
    return random.chance(0.25) ? [...new Set([first, random.pick(this.#menu.addons)])] : [first];
  }

  method(): PaymentMethod {
    return this.#methods.pick(this.#random);
  }

  /** Few orders have one. */
  discount(): MenuOfShop['discounts'][number] | null {
    const { discounts } = this.#menu;
    if (discounts.length === 0 || !this.#random.chance(0.08)) return null;
    // The first on the list is given most.
    return discounts[Math.min(discounts.length - 1, Math.floor(this.#random.next() ** 2 * discounts.length))] ?? null;
  }
}
