import { useQuery } from '@tanstack/react-query';
import type { Order } from '../../../contract/orders.ts';
import type { OrderStatus } from '../../../domain/order-status.ts';
import { pageClient } from '../../client/page-client.ts';
import type { CallFailure } from '../../client/failure.ts';

/** The columns of the board, in the kitchen's order. */
export const BOARD_STATUSES = ['pending', 'preparing', 'ready'] as const satisfies readonly OrderStatus[];
export type BoardStatus = (typeof BOARD_STATUSES)[number];

/** Two pages: more than a pass can hold. What is beyond is told by its number. */
const MOST_PAGES = 2;

export interface BoardColumn {
  /** Oldest first. */
  readonly orders: readonly Order[];
  readonly total: number;
}

const readColumn = async (status: BoardStatus): Promise<BoardColumn> => {
  const orders: Order[] = [];
  let total = 0;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await pageClient().call('orders.list', { status, page, per_page: 100 });
    orders.push(...answer.items);
    total = answer.total;
    if (page >= answer.total_pages) break;
  }
  return { orders: orders.reverse(), total };
};

export type Board = Readonly<Record<BoardStatus, BoardColumn>>;

/** All three columns, kept live by the change events of orders. */
export const useBoard = () =>
  useQuery<Board, CallFailure>({
    queryKey: ['orders', 'board'],
    queryFn: async () => {
      const [pending, preparing, ready] = await Promise.all(BOARD_STATUSES.map(readColumn));
      if (!pending || !preparing || !ready) throw new Error('a column is missing');
      return { pending, preparing, ready };
    },
  });
