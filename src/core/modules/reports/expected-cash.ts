import type { Money } from '../../../domain/money.ts';

/** What a shift's drawer takes part in. */
export interface DrawerMoves {
  readonly opening: Money;
  /** Totals of the shift's live orders paid in cash. */
  readonly cash_sales: Money;
  /** Expenses taken out of the till; others never touched it (DECISIONS 25). */
  readonly paid_from_till: Money;
}

/** What should lie in the drawer. */
export const expectedCash = (moves: DrawerMoves): Money => moves.opening + moves.cash_sales - moves.paid_from_till;
