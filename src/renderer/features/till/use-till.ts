import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../contract/orders.ts';
import type { PaymentMethod } from '../../../domain/payment-method.ts';
import { useCommand } from '../../client/queries.ts';
import type { Menu, MenuItem } from '../menu/menu-index.ts';
import { MAX_QUANTITY, orderOf, quantityOf, type TicketLine, useTicket, withItem, withQuantity } from './ticket-store.ts';
import { useTillView } from './till-view.ts';

export type TillDialog = 'customer' | 'discount' | 'note' | 'line' | 'clear';

/** Everything that can be done at the till, however it is asked for: touch, pointer or keyboard. */
export const useTill = (menu: Menu | null) => {
  const { t } = useTranslation();
  const placing = useCommand('orders.create');
  const [dialog, setDialog] = useState<TillDialog | null>(null);
  const [placed, setPlaced] = useState<Order | null>(null);
  const { reset } = placing;

  const refuse = useCallback(
    (name: string, stock: number) =>
      useTillView.setState({ hint: stock === 0 ? t('till.none_left', { name }) : t('till.only_left', { count: stock, name }) }),
    [t],
  );
  const changed = useCallback(() => {
    setPlaced(null);
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

  const setMethod = useCallback((payment_method: PaymentMethod) => useTicket.getState().change((now) => ({ ...now, payment_method })), []);

  const place = async () => {
    const { ticket, clear } = useTicket.getState();
    if (ticket.lines.length === 0) return;
    const order = await placing.run(orderOf(ticket));
    if (!order) return;
    clear();
    useTillView.setState({ query: '', highlight: null, hint: null, side: 'ticket' });
    setPlaced(order);
  };

  const next = useCallback(() => {
    setPlaced(null);
    useTillView.setState({ side: 'items' });
  }, []);

  return {
    add,
    setQuantity,
    setMethod,
    place: () => void place(),
    placing,
    placed,
    next,
    dialog,
    open: setDialog,
    close: useCallback(() => setDialog(null), []),
  };
};

export type TillActions = ReturnType<typeof useTill>;
