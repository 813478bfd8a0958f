import type { Order } from '../../../contract/orders.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { useMayAsk } from '../orders/use-may-ask.ts';
import { useMay } from '../session/session.tsx';
import { type Board, BOARD_STATUSES, type BoardStatus } from './use-board.ts';

interface BoardKeys {
  readonly board: Board | undefined;
  readonly onAdvance: (order: Order) => void;
  readonly onOpen: (order: Order) => void;
  readonly onCancel: (order: Order) => void;
  readonly onList: () => void;
}

const focusedOrderId = (): number | null => {
  const card = document.activeElement?.closest('[data-testid="order-card"]')?.querySelector<HTMLElement>('[data-order]');
  return card?.dataset.order === undefined ? null : Number(card.dataset.order);
};

/** Arrows walk the cards of the board, Space moves the order on. */
export const useBoardKeys = ({ board, onAdvance, onOpen, onCancel, onList }: BoardKeys): void => {
  const may = useMay();
  const mayAsk = useMayAsk();
  const place = () => {
    const id = focusedOrderId();
    for (const [column, status] of BOARD_STATUSES.entries()) {
      const row = board?.[status].orders.findIndex((order) => order.id === id) ?? -1;
      if (row >= 0) return { column, row, order: board?.[status].orders[row] };
    }
    return null;
  };
  const focus = (column: number, row: number): boolean => {
    const status = BOARD_STATUSES[column];
    const orders = status ? (board?.[status].orders ?? []) : [];
    const order = orders[Math.min(Math.max(row, 0), orders.length - 1)];
    const card = order && document.querySelector<HTMLElement>(`[data-order="${order.id}"]`);
    card?.focus();
    return Boolean(card);
  };
  const walk = (columns: number, rows: number): void => {
    const at = place();
    if (!at) {
      BOARD_STATUSES.some((_, column) => focus(column, 0));
      return;
    }
    if (columns === 0) {
      focus(at.column, Math.max(0, at.row + rows));
      return;
    }
    for (let column = at.column + columns; column >= 0 && column < BOARD_STATUSES.length; column += columns) {
      if (focus(column, at.row)) return;
    }
  };
  /** The order leaves its column, so the focus goes on to the next one there, or to the one before. */
  const advance = (order: Order): void => {
    if (!may('orders.advance')) return;
    const at = place();
    onAdvance(order);
    if (!at) return;
    const count = board?.[order.status as BoardStatus].orders.length ?? 0;
    focus(at.column, at.row + 1 < count ? at.row + 1 : at.row - 1);
  };
  const withOrder = (act: (order: Order) => void) => () => {
    const order = place()?.order;
    if (!order) return false;
    act(order);
    return true;
  };
  useShortcuts('board', {
    left: () => walk(-1, 0),
    right: () => walk(1, 0),
    up: () => walk(0, -1),
    down: () => walk(0, 1),
    advance: withOrder(advance),
    details: withOrder(onOpen),
    cancel: withOrder((order) => mayAsk('orders.cancel') && onCancel(order)),
    list: onList,
  });
};
