import type { Refundable } from '../../../contract/refunds.ts';
import { refundRounding } from '../../../domain/cash.ts';
import { refundShare } from '../../../domain/refund-shares.ts';

export const GOODS_CHOICES = ['kept', 'restock', 'waste'] as const;
export type GoodsChoice = (typeof GOODS_CHOICES)[number];

/** What of one line comes back. */
export interface LineChoice {
  readonly quantity: number;
  readonly goods: GoodsChoice;
}

export type Choices = ReadonlyMap<number, LineChoice>;

type Line = Refundable['lines'][number];

/** What so many of a line give back, in minor units; the core's own shares (src/domain/refund-shares.ts). */
export const lineAmount = (line: Line, quantity: number): number => {
  const share = refundShare(line, quantity);
  return share.subtotal - share.discount_share + share.tax_share;
};

/** All that is left of every line. What was chosen for the goods stays. */
export const everything = (lines: readonly Line[], before: Choices): Choices =>
  new Map(
    lines.flatMap((line) =>
      line.left > 0 ? [[line.order_line_id, { quantity: line.left, goods: before.get(line.order_line_id)?.goods ?? 'kept' }] as const] : [],
    ),
  );

export interface RefundPlan {
  readonly subtotal: number;
  readonly discount: number;
  readonly tax: number;
  readonly amount: number;
  readonly count: number;
}

/** What a choice of lines comes to. */
export const planOf = (lines: readonly Line[], choices: Choices): RefundPlan =>
  lines.reduce<RefundPlan>(
    (plan, line) => {
      const quantity = choices.get(line.order_line_id)?.quantity ?? 0;
      if (quantity === 0) return plan;
      const share = refundShare(line, quantity);
      return {
        subtotal: plan.subtotal + share.subtotal,
        discount: plan.discount + share.discount_share,
        tax: plan.tax + share.tax_share,
        amount: plan.amount + share.subtotal - share.discount_share + share.tax_share,
        count: plan.count + quantity,
      };
    },
    { subtotal: 0, discount: 0, tax: 0, amount: 0, count: 0 },
  );

/** A part payment goes back whole, and no goods with it. */
export const planOfDeposit = (amount: number): RefundPlan => ({ subtotal: 0, discount: 0, tax: 0, amount, count: 1 });

export interface PlannedTender {
  readonly method: string;
  readonly name: string;
  /** Of what was paid, in minor units. */
  readonly amount: number;
  /** Cash only. */
  readonly rounding: number;
}

type TenderLeft = Refundable['tenders'][number];

/** One method's share, with the rounding that the core will keep with it (src/domain/cash.ts). */
const tenderOf = (tenders: readonly TenderLeft[], method: string, name: string, amount: number, cashStep: number): PlannedTender => {
  const left = tenders.find((one) => one.method === method);
  const cash = {
    paid: left?.paid ?? 0,
    kept: (left?.paid ?? 0) + (left?.rounding ?? 0),
    back: left?.refunded ?? 0,
    backRounding: left?.rounding_refunded ?? 0,
  };
  return { method, name, amount, rounding: method === 'cash' ? refundRounding(cash, amount, cashStep) : 0 };
};

/** How the core gives an amount back where no tender is chosen: by what it was paid with, latest first. */
export const originalTenders = (tenders: readonly TenderLeft[], amount: number, cashStep: number): PlannedTender[] => {
  let open = amount;
  return tenders.flatMap(({ method, method_name, left }) => {
    const part = Math.min(open, left);
    open -= part;
    return part > 0 ? [tenderOf(tenders, method, method_name, part, cashStep)] : [];
  });
};

/** All of it by one method that the person chose. */
export const chosenTender = (
  tenders: readonly TenderLeft[],
  chosen: { readonly code: string; readonly name: string },
  amount: number,
  cashStep: number,
): PlannedTender[] => (amount > 0 ? [tenderOf(tenders, chosen.code, chosen.name, amount, cashStep)] : []);
