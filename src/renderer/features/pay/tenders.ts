import { cashRounding } from '../../../domain/cash.ts';
import { allocate } from '../../../domain/money.ts';
import { type Tender, tenderFor } from '../../../domain/payment.ts';

/** One part of a payment as it is sent to the core. Amounts in minor units; a null amount is all that is due. */
export interface TenderRequest {
  readonly method: string;
  readonly amount: number | null;
  readonly tendered: number | null;
  readonly tip: number;
  readonly reference: string | null;
}

/** A part that was taken, or will be when the order is placed. */
export interface Part {
  readonly request: TenderRequest;
  readonly name: string;
  readonly tender: Tender;
}

/** What is still due after the parts. */
export const dueAfter = (due: number, parts: readonly Part[]): number => parts.reduce((left, { tender }) => left - tender.amount, due);

/** What the cashier has entered for the next part. */
export interface Entry {
  readonly isCash: boolean;
  /** What this part is to settle; null: all that is due. */
  readonly part: number | null;
  /** What the customer hands over; null: exactly what is asked for. */
  readonly entered: number | null;
  readonly tip: number;
}

export type Reading =
  /** It can be taken. `isRest`: nothing is due after it. */
  | {
      readonly kind: 'tender';
      readonly amount: number | null;
      readonly tendered: number | null;
      readonly isRest: boolean;
      readonly tender: Tender;
    }
  /** `over` is beyond what a card can take; `asked` is the least that cash must bring; `too_little` does not even cover the tip. */
  | { readonly kind: 'fault'; readonly fault: 'too_little' | 'over' | 'asked'; readonly by: number };

/** What is asked for now, with cash rounding and tip. */
export const askedFor = (due: number, { isCash, part, tip }: Omit<Entry, 'entered'>, cashStep: number): number => {
  const target = targetOf(due, part);
  return target + (isCash && target === due ? cashRounding(due, cashStep) : 0) + tip;
};

const targetOf = (due: number, part: number | null): number => (part !== null && part < due ? part : due);

/** Reads an entry with the core's own rule (src/domain/payment.ts): all of the part, or as much of it as was entered. */
export const readEntry = (due: number, entry: Entry, cashStep: number): Reading => {
  const { isCash, entered, tip } = entry;
  const target = targetOf(due, entry.part);
  const asked = askedFor(due, entry, cashStep);
  const read = (amount: number): Reading => {
    const tendered = isCash ? entered : null;
    const tender = tenderFor(due, { is_cash: isCash, amount, tendered, tip }, cashStep);
    if ('fault' in tender) return { kind: 'fault', fault: 'too_little', by: asked };
    const isRest = amount === due;
    return { kind: 'tender', amount: isRest ? null : amount, tendered, isRest, tender };
  };
  if (entered === null || entered >= asked) {
    return !isCash && entered !== null && entered > asked ? { kind: 'fault', fault: 'over', by: entered - asked } : read(target);
  }
  const amount = entered - tip;
  if (amount <= 0) return { kind: 'fault', fault: 'too_little', by: tip };
  return amount >= target ? { kind: 'fault', fault: 'asked', by: asked } : read(amount);
};

/** All change that goes back over the parts. */
export const changeOf = (parts: readonly Part[]): number => parts.reduce((sum, { tender }) => sum + tender.change_given, 0);

/** What one of `people` pays of what is due: the parts add up exactly. */
export const evenPart = (due: number, people: number): number =>
  allocate(
    due,
    Array.from({ length: people }, () => 1),
  )[0] ?? due;
