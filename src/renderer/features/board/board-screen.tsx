import { Button, Skeleton } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Order } from '../../../contract/orders.ts';
import { Notice } from '../../ui/notice.tsx';
import { OrdersNav } from '../orders/orders-nav.tsx';
import { VoidDialog } from '../orders/void-dialog.tsx';
import { useClock } from '../lock/use-clock.ts';
import classes from './board.module.css';
import { OrderCard } from './order-card.tsx';
import { OrderDetails } from './order-details.tsx';
import { shortNumber } from './order-number.ts';
import { useAdvance } from './use-advance.ts';
import { BOARD_STATUSES, type BoardColumn, type BoardStatus, useBoard } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.ts';

const COLUMN_DOTS: Readonly<Record<BoardStatus, string>> = { pending: 'var(--dot-1)', preparing: 'var(--accent)', ready: 'var(--success)' };

/** Orders by status for the pass and the kitchen, live. On a phone one column at a time, which the address names. */
export const BoardScreen = ({ status }: { status: string | undefined }) => {
  const { t } = useTranslation();
  const board = useBoard();
  const [, navigate] = useLocation();
  const advance = useAdvance();
  const now = useClock().getTime();
  const [openId, setOpenId] = useState<number | null>(null);
  const [cancelling, setCancelling] = useState<Order | null>(null);
  const current = BOARD_STATUSES.find((candidate) => candidate === status) ?? 'pending';
  useBoardKeys({
    board: board.data,
    onAdvance: advance.run,
    onOpen: (order) => setOpenId(order.id),
    onCancel: setCancelling,
    onList: () => navigate('/orders/list'),
  });

  if (!board.data && board.error) {
    return (
      <Notice icon={<IconPlugConnectedX size={32} />} title={t('board.failed')} text={board.error.message} role="alert">
        <Button onClick={() => void board.refetch()}>{t('app.try_again')}</Button>
      </Notice>
    );
  }

  const cards = (name: BoardStatus, { orders, total }: BoardColumn) =>
    orders.length === 0 ? (
      <p className={classes.empty}>{t(`board.empty_${name}`)}</p>
    ) : (
      <>
        {total > orders.length ? <p className={classes.more}>{t('board.more', { shown: orders.length, total })}</p> : null}
        <div className={classes.cards}>
          {orders.map((order) => (
            <OrderCard
              key={order.id}
              order={order}
              now={now}
              busy={advance.busyId === order.id}
              error={advance.failed?.id === order.id ? advance.failed.message : null}
              onAdvance={advance.run}
              onOpen={(opened) => setOpenId(opened.id)}
            />
          ))}
        </div>
      </>
    );

  return (
    <div className={classes.board}>
      <h1 className="visually-hidden">{t('board.title')}</h1>
      <div className={classes.top}>
        <OrdersNav current="board" />
      </div>
      <nav className={classes.tabs} aria-label={t('board.columns')}>
        {BOARD_STATUSES.map((name) => (
          <Link key={name} href={`/orders/${name}`} replace className={classes.tab} aria-current={name === current ? 'page' : undefined}>
            {t(`status.${name}`)} <span className="figures">{board.data?.[name].total ?? ''}</span>
          </Link>
        ))}
      </nav>
      <div className={classes.columns}>
        {BOARD_STATUSES.map((name) => (
          <section
            key={name}
            className={classes.column}
            data-current={name === current || undefined}
            aria-label={t(`status.${name}`)}
            data-testid={`column-${name}`}
          >
            <h2 className={classes.columnHead}>
              <span className={classes.dot} style={{ background: COLUMN_DOTS[name] }} />
              {t(`status.${name}`)}
              <span className={`${classes.total} figures`}>{board.data?.[name].total ?? '–'}</span>
            </h2>
            <div className={classes.scroll} tabIndex={-1}>
              {board.data ? cards(name, board.data[name]) : <Skeleton height={200} radius={18} />}
            </div>
          </section>
        ))}
      </div>
      <p className="visually-hidden" role="status">
        {advance.done
          ? t('board.announce', { number: shortNumber(advance.done.order_number), status: t(`status.${advance.done.status}`) })
          : ''}
      </p>
      {openId === null || cancelling ? null : (
        <OrderDetails orderId={openId} advance={advance} onCancel={setCancelling} onClose={() => setOpenId(null)} />
      )}
      {cancelling ? (
        <VoidDialog
          order={cancelling}
          onKept={() => setCancelling(null)}
          onCancelled={() => {
            setCancelling(null);
            setOpenId(null);
          }}
        />
      ) : null}
    </div>
  );
};
