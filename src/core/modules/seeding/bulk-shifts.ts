import { instantFromMs } from '../../../domain/business-day.ts';
import type { Money } from '../../../domain/money.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { minorOf } from './demo-cafe.ts';
import { expensesOf } from './history-day.ts';
import type { Random } from './random.ts';

const MINUTE = 60_000;
const OPENING = 6 * 60 + 45;
const CHANGE = 13 * 60;
const CLOSING = 19 * 60 + 15;
/** In hundredths of the currency. */
const OPENING_FLOAT = 15_000;

interface DayShift {
  readonly id: number;
  readonly fromMs: number;
  cash: Money;
}

/** The two shifts of a day and its expenses, with drawers that add up. */
export class BulkShifts {
  readonly #random: Random;
  #day: DayShift[] = [];
  count = 0;
  expenses = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  open(ctx: CommandContext, startMs: number, day: string): void {
    const float = minorOf(OPENING_FLOAT, ctx.currency.decimals);
    this.#day = [[OPENING, CHANGE] as const, [CHANGE, CLOSING] as const].map(([from, to]) => {
      const openedAt = instantFromMs(startMs + from * MINUTE);
      const { id } = ctx.db.execute(
        `INSERT INTO shifts (opened_at, closed_at, business_date, opening_cash, status, opened_by, closed_by) VALUES (?, ?, ?, ?, 'closed', ?, ?)`,
        [
          openedAt,
          instantFromMs(startMs + to * MINUTE),
          ctx.momentOf(openedAt).business_date,
          float,
          actorOf(ctx.caller),
          actorOf(ctx.caller),
        ],
      );
      return { id, fromMs: startMs + from * MINUTE, cash: float };
    });
    this.count += this.#day.length;
    this.#addExpenses(ctx, startMs, day);
  }

  #addExpenses(ctx: CommandContext, startMs: number, day: string): void {
    for (const expense of expensesOf(day, this.#random)) {
      const ms = startMs + expense.minute * MINUTE;
      const shift = expense.fromTill ? this.#shiftAt(ms) : undefined;
      const amount = minorOf(expense.amount, ctx.currency.decimals);
      const date = instantFromMs(ms);
      ctx.db.execute(
        `INSERT INTO expenses (category, description, amount, date, business_date, shift_id, paid_from_till, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [expense.category, expense.description, amount, date, ctx.momentOf(date).business_date, shift?.id ?? null, shift ? 1 : 0, date],
      );
      if (shift) shift.cash -= amount;
      this.expenses += 1;
    }
  }

  #shiftAt(ms: number): DayShift | undefined {
    return this.#day.findLast((shift) => shift.fromMs <= ms) ?? this.#day[0];
  }

  shiftAt(ms: number): number | null {
    return this.#shiftAt(ms)?.id ?? null;
  }

  /** Cash that came into a shift's drawer. */
  take(shiftId: number | null, amount: Money): void {
    const shift = this.#day.find((one) => one.id === shiftId);
    if (shift) shift.cash += amount;
  }

  /** Each drawer is counted as expected, so that a difference seen later is a real one. */
  close(ctx: CommandContext): void {
    for (const shift of this.#day) ctx.db.execute('UPDATE shifts SET closing_cash = ? WHERE id = ?', [Math.max(0, shift.cash), shift.id]);
  }
}
