import { cashRounding } from './cash.ts';
import { type Money, money } from './money.ts';

/** What the cashier enters for one tender. Amounts in minor units. */
export interface TenderInput {
  readonly is_cash: boolean;
  /** What it settles; null: all that is still due. */
  readonly amount: Money | null;
  /** What the customer hands over; null: exactly what is asked for. Only cash gives change. */
  readonly tendered: Money | null;
  readonly tip: Money;
}

export interface Tender {
  readonly amount: Money;
  readonly rounding: Money;
  readonly tip: Money;
  readonly tendered: Money;
  readonly change_given: Money;
}

export type TenderFault = 'nothing_due' | 'more_than_due' | 'too_little_tendered' | 'change_only_for_cash';

/**
 * One tender against what is due. Cash that settles the rest is rounded to the step, as a line of its own; what stays in
 * the drawer is tendered less change, which is amount + rounding + tip.
 */
export const tenderFor = (due: Money, input: TenderInput, cashStep: number): Tender | { readonly fault: TenderFault } => {
  if (due <= 0) return { fault: 'nothing_due' };
  const amount = input.amount ?? due;
  if (amount > due) return { fault: 'more_than_due' };
  const rounding = input.is_cash && amount === due ? cashRounding(amount, cashStep) : 0;
  const asked = money(amount + rounding + input.tip);
  const tendered = input.tendered ?? asked;
  if (tendered < asked) return { fault: 'too_little_tendered' };
  if (!input.is_cash && tendered > asked) return { fault: 'change_only_for_cash' };
  return { amount, rounding, tip: input.tip, tendered, change_given: money(tendered - asked) };
};

export const PAYMENT_STATES = ['unpaid', 'part_paid', 'paid'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** Derived, never stored: paid is a fact of the payments. An order of nothing is paid from the start. */
export const paymentState = (total: Money, paid: Money): PaymentState => (paid >= total ? 'paid' : paid > 0 ? 'part_paid' : 'unpaid');
