import { Button, Drawer, Skeleton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import { overlayOpened } from '../../ui/overlays.ts';
import classes from './behind-panel.module.css';

interface Found {
  readonly items: readonly unknown[];
  readonly page: number;
  readonly total_pages: number;
}

interface BehindDrawerProps<A extends Found> {
  readonly title: string;
  /** What it is of, in words. */
  readonly words: string;
  readonly answer: { readonly data: A | undefined; readonly error: Error | null; readonly refetch: () => unknown };
  /** Above the orders: the figure that they add up to. */
  readonly figure: (found: A) => ReactNode;
  readonly row: (order: A['items'][number]) => ReactNode;
  readonly onTurn: (page: number) => void;
  readonly onClose: () => void;
}

/** The orders behind a figure at the side of the page, by pages, under the figure itself. Mounted while it is open. */
export const BehindDrawer = <A extends Found>({ title, words, answer, figure, row, onTurn, onClose }: BehindDrawerProps<A>) => {
  const { t } = useTranslation();
  const id = useId();
  useLayoutEffect(() => overlayOpened(id), [id]);
  const found = answer.data;
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position="right"
      size={560}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content ?? '' }}
    >
      <Drawer.Overlay color="var(--scrim)" backgroundOpacity={1} className="no-print" />
      <Drawer.Content>
        {/* Not Drawer.Header: its <header> would be a second banner of the page. */}
        <div className={classes.head}>
          <div className={classes.heading}>
            <Drawer.Title className={classes.title ?? ''}>{title}</Drawer.Title>
            <p className={classes.days}>{words}</p>
          </div>
          <Drawer.CloseButton aria-label={t('dashboard.behind.close')} size={48} iconSize={22} />
        </div>
        <Drawer.Body className={classes.body ?? ''}>
          {!found && answer.error ? (
            <Notice title={t('dashboard.behind.failed')} text={answer.error.message} role="alert">
              <Button onClick={() => void answer.refetch()}>{t('app.try_again')}</Button>
            </Notice>
          ) : found ? (
            <>
              {figure(found)}
              {found.items.length === 0 ? (
                <Notice title={t('dashboard.behind.none')} role="status" />
              ) : (
                <ul className={classes.rows} aria-label={title}>
                  {found.items.map((order) => row(order))}
                </ul>
              )}
              {found.total_pages > 1 ? <Pages found={found} onTurn={onTurn} /> : null}
            </>
          ) : (
            <Skeleton height={420} radius={18} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
};

const Pages = ({ found, onTurn }: { found: Found; onTurn: (page: number) => void }) => {
  const { t } = useTranslation();
  const { page, total_pages: pages } = found;
  return (
    <div className={classes.pager}>
      <Button variant="default" disabled={page <= 1} leftSection={<IconChevronLeft size={20} />} onClick={() => onTurn(page - 1)}>
        {t('dashboard.behind.newer')}
      </Button>
      <span className="figures" role="status">
        {t('dashboard.behind.page', { page, pages })}
      </span>
      <Button variant="default" disabled={page >= pages} rightSection={<IconChevronRight size={20} />} onClick={() => onTurn(page + 1)}>
        {t('dashboard.behind.older')}
      </Button>
    </div>
  );
};
