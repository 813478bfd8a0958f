import { useState } from 'react';
import type { PaymentMethodInfo } from '../../../contract/payments.ts';
import { readAmount, typeAmount } from '../../ui/amount.ts';
import { useCall } from '../../client/queries.ts';
import { useFormats, useSession } from '../session/session.tsx';
import { askedFor, type Part, type Reading, readEntry } from './tenders.ts';

const NO_METHODS: readonly PaymentMethodInfo[] = [];

/** The methods that may take money now, in the order of the till. */
export const usePaymentMethods = (): readonly PaymentMethodInfo[] =>
  useCall('paymentMethods.list', {}).data?.filter(({ is_active }) => is_active) ?? NO_METHODS;

export type PayField = 'amount' | 'tip';

const EMPTY = { amount: '', tip: '', reference: '', part: null as number | null };

/** What is being entered for the next part of a payment of `due`, and what it comes to. */
export const usePayEntry = (due: number, firstKind: PaymentMethodInfo['kind']) => {
  const { currency } = useFormats();
  const { shop } = useSession();
  const methods = usePaymentMethods();
  const [code, setCode] = useState<string | null>(null);
  const [entry, setEntry] = useState(EMPTY);
  const [field, setField] = useState<PayField>('amount');
  const method = methods.find((one) => one.code === code) ?? methods.find(({ kind }) => kind === firstKind) ?? methods[0] ?? null;
  const isCash = method?.kind === 'cash';
  const tip = entry.tip.trim() === '' ? 0 : readAmount(entry.tip, currency);
  const entered = entry.amount.trim() === '' ? null : readAmount(entry.amount, currency);
  const isUnreadable = tip === null || (entry.amount.trim() !== '' && entered === null);
  const parts = { isCash, part: entry.part, tip: tip ?? 0 };
  const asked = askedFor(due, parts, shop.cash_rounding);
  const reading: Reading | null = isUnreadable ? null : readEntry(due, { ...parts, entered }, shop.cash_rounding);

  /** The part that a reading stands for; null where it cannot be taken. */
  const partOf = (read: Reading | null): Part | null =>
    method && read?.kind === 'tender'
      ? {
          request: {
            method: method.code,
            amount: read.amount,
            tendered: read.tendered,
            tip: tip ?? 0,
            reference: entry.reference.trim() || null,
          },
          name: method.name,
          tender: read.tender,
        }
      : null;

  return {
    methods,
    method,
    isCash,
    field,
    setField,
    entry,
    change: (change: Partial<typeof EMPTY>) => setEntry((now) => ({ ...now, ...change })),
    type: (key: string) => setEntry((now) => ({ ...now, [field]: typeAmount(now[field], key, currency) })),
    erase: () => setEntry((now) => ({ ...now, [field]: now[field].slice(0, -1) })),
    clear: () => {
      setEntry(EMPTY);
      setField('amount');
    },
    choose: (next: PaymentMethodInfo) => {
      setCode(next.code);
      setEntry((now) => ({ ...now, amount: '' }));
    },
    /** Minor units. */
    tip: tip ?? 0,
    asked,
    reading,
    part: partOf(reading),
    /** The part that handing over `amount` would be. */
    partFor: (amount: number): Part | null => partOf(readEntry(due, { ...parts, entered: amount }, shop.cash_rounding)),
    cashStep: shop.cash_rounding,
  };
};

export type PayEntry = ReturnType<typeof usePayEntry>;
