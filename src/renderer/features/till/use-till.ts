import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../contract/index.ts';
import type { Order } from '../../../contract/orders.ts';
import type { PaymentMethodInfo } from '../../../contract/payments.ts';
import { useCommand } from '../../client/queries.ts';
import type { Menu, MenuItem } from '../menu/menu-index.ts';
import { startPaying, stopPaying, usePayStore } from '../pay/pay-store.ts';
import type { Part } from '../pay/tenders.ts';
import { useSession } from '../session/session.tsx';
import { PlacingAttempts, restoreTicket, ticketPlaced } from './kept-ticket.ts';
import { MAX_QUANTITY, orderOf, quantityOf, type TicketLine, useTicket, withItem, withQuantity } from './ticket-store.ts';
import { useTillView } from './till-view.ts';

export type TillDialog = 'customer' | 'discount' | 'note' | 'line' | 'price' | 'hold' | 'recall' | 'clear';

/** Of the page, not of the screen: an order whose answer was lost is not placed twice because the till was locked meanwhile. */
const placingAttempts = new PlacingAttempts();

/** A sale that was placed just now, and how it was paid. */
export interface Sale {
  readonly order: Order;
  readonly parts: readonly Part[];
}

/** Everything that can be done at the till, however it is asked for: touch, pointer or keyboard. */
export const useTill = (menu: Menu | null) => {
  const { t } = useTranslation();
  const { person } = useSession();
  const personId = person?.id ?? null;
  const placing = useCommand('orders.create', placingAttempts);
  const lastParts = useRef<readonly Part[]>([]);
  const [dialog, setDialog] = useState<TillDialog | null>(null);
  const [sale, setSale] = useState<Sale | null>(null);
  const { reset } = placing;

  const refuse = useCallback(
    (name: string, stock: number) =>
      useTillView.setState({ hint: stock === 0 ? t('till.none_left', { name }) : t('till.only_left', { count: stock, name }) }),
    [t],
  );
  const changed = useCallback(() => {
    setSale(null);
    reset();
    useTillView.setState({ hint: null });
  }, [reset]);

  const add = useCallback(
    (item: MenuItem) => {
      changed();
      const { ticket, change } = useTicket.getState();
      if (item.stock_qty >= 0 && quantityOf(ticket, item.id) >= item.stock_qty) return refuse(item.name, item.stock_qty);
      change((now) => withItem(now, item));
    },
    [changed, refuse],
  );

  const setQuantity = useCallback(
    (line: TicketLine, quantity: number) => {
      changed();
      const { ticket, change } = useTicket.getState();
      const stock = menu?.byId.get(line.item_id)?.stock_qty ?? -1;
      if (quantity > line.quantity && stock >= 0 && quantityOf(ticket, line.item_id) - line.quantity + quantity > stock)
        return refuse(line.name, stock);
      if (quantity <= MAX_QUANTITY) change((now) => withQuantity(now, line.key, quantity));
    },
    [changed, menu, refuse],
  );

  /** Goes to the payment of the ticket, by that kind of method first. */
  const pay = useCallback(
    (kind: PaymentMethodInfo['kind'] = 'cash') => {
      if (useTicket.getState().ticket.lines.length === 0) return;
      reset();
      setSale(null);
      startPaying(kind);
    },
    [reset],
  );

  /** Places the ticket with what was taken, all in one act. What is left is to be paid later. */
  const place = (parts: readonly Part[]) => {
    const { ticket } = useTicket.getState();
    return ticket.lines.length === 0 ? null : send({ ...orderOf(ticket), payments: parts.map(({ request }) => request) }, parts);
  };

  const send = async (input: InputOf<'orders.create'>, parts: readonly Part[]) => {
    lastParts.current = parts;
    placingAttempts.by = { person: personId, parts };
    const order = await placing.run(input, t('pay.placing_this'));
    if (!order) return;
    ticketPlaced();
    stopPaying();
    useTillView.setState({ query: '', highlight: null, hint: null, side: 'ticket' });
    setSale({ order, parts });
  };

  const resume = useRef(send);
  useEffect(() => {
    resume.current = send;
  });
  useEffect(() => {
    const unanswered = restoreTicket(personId);
    if (!unanswered) return;
    placingAttempts.resume(unanswered);
    void resume.current(unanswered.input, unanswered.parts);
  }, [personId]);

  /** One more part; the one that leaves nothing due places the order. */
  const take = (part: Part, isRest: boolean) => {
    const parts = [...usePayStore.getState().parts, part];
    // Kept only once it is certain that more must follow: a refused order leaves the last part to be entered again.
    if (!isRest) return usePayStore.setState({ parts });
    void place(parts);
  };

  const next = useCallback(() => {
    setSale(null);
    useTillView.setState({ side: 'items' });
  }, []);

  return {
    add,
    setQuantity,
    pay,
    take,
    place: (parts: readonly Part[]) => void place(parts),
    /** The same order once more, after no answer came. */
    retry: () => void place(lastParts.current),
    placing,
    sale,
    next,
    dialog,
    /** A new act at the till: what was shown of the sale before goes. */
    changed,
    open: setDialog,
    close: useCallback(() => setDialog(null), []),
  };
};

export type TillActions = ReturnType<typeof useTill>;
