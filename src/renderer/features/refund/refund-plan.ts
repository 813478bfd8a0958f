import type { Refundable } from '../../../contract/refunds.ts';
import { cashRounding } from '../../../domain/cash.ts';
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

export interface PlannedTender {
  readonly method: string;
  readonly name: string;
  /** Of what was paid, in minor units. */
  readonly amount: number;
  /** Cash only. */
  readonly rounding: number;
}

/** How the core gives an amount back where no tender is chosen: by what it was paid with, latest first. */
export const originalTenders = (tenders: Refundable['tenders'], amount: number, cashStep: number): PlannedTender[] => {
  let open = amount;
  const parts = new Map<string, { name: string; amount: number }>();
  const add = (method: string, name: string, part: number) => {
    if (part > 0) parts.set(method, { name, amount: (parts.get(method)?.amount ?? 0) + part });
    open -= part;
  };
  for (const { method, method_name, left } of tenders) add(method, method_name, Math.min(open, left));
  // Earlier refunds by another tender may have used up a method.
  if (open > 0) add(tenders[0]?.method ?? 'cash', tenders[0]?.method_name ?? 'Cash', open);
  return [...parts].map(([method, part]) => ({ method, ...part, rounding: method === 'cash' ? cashRounding(part.amount, cashStep) : 0 }));
};
