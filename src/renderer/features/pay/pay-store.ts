import { create } from 'zustand';
import type { PaymentMethodInfo } from '../../../contract/payments.ts';
import type { Part } from './tenders.ts';

interface PayStore {
  /** Whether the ticket is being paid, and by what kind of method first; null: it is not. */
  readonly paying: PaymentMethodInfo['kind'] | null;
  /** What the customer handed over so far. Nothing is stored before the order is placed. */
  readonly parts: readonly Part[];
}

/** The payment of the ticket at the till. It outlives locking, as the ticket does. */
export const usePayStore = create<PayStore>(() => ({ paying: null, parts: [] }));

export const startPaying = (kind: PaymentMethodInfo['kind']): void => usePayStore.setState({ paying: kind });
export const stopPaying = (): void => usePayStore.setState({ paying: null, parts: [] });
