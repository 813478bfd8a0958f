import { Button, Drawer, Skeleton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { Notice } from '../../ui/notice.tsx';
import { overlayClosed, overlayOpened } from '../../ui/overlays.ts';
import { type Behind, behindInput } from './behind.ts';
import { BehindFigure } from './behind-figure.tsx';
import classes from './behind-panel.module.css';
import { BehindRow } from './behind-row.tsx';
import { useBehindTitle } from './use-behind-title.ts';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

const PER_PAGE = 25;

interface BehindPanelProps {
  readonly behind: Behind;
  readonly compared: OutputOf<'dashboard.compare'> | undefined;
}

/** The orders behind a figure, with the sum that is the figure. Mounted while the address names one. */
export const BehindPanel = ({ behind, compared }: BehindPanelProps) => {
  const { t } = useTranslation();
  const { days: written } = useDashboardFormats();
  const { view, days, group, show } = useDashboard();
  const title = useBehindTitle(behind);
  const answer = useView('dashboard.orders', { ...behindInput(behind, days, group), page: view.page, per_page: PER_PAGE });
  useLayoutEffect(() => {
    overlayOpened();
    return overlayClosed;
  }, []);
  const close = () => show({ behind: null, page: 1 });
  const found = answer.data;
  const pages = found?.total_pages ?? 1;
  const turn = (page: number) => show({ page }, { replace: true });
  return (
    <Drawer.Root
      opened
      onClose={close}
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
            <p className={classes.days}>{behind.kind === 'shift' ? t('dashboard.behind.whole_shift') : written(days)}</p>
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
              <BehindFigure kind={behind.kind} totals={found.totals} compared={compared} />
              {found.items.length === 0 ? (
                <Notice title={t('dashboard.behind.none')} role="status" />
              ) : (
                <ul className={classes.rows} aria-label={title}>
                  {found.items.map((order) => (
                    <BehindRow key={order.id} order={order} kind={behind.kind} />
                  ))}
                </ul>
              )}
              {pages > 1 ? (
                <div className={classes.pager}>
                  <Button
                    variant="default"
                    disabled={view.page <= 1}
                    leftSection={<IconChevronLeft size={20} />}
                    onClick={() => turn(view.page - 1)}
                  >
                    {t('dashboard.behind.newer')}
                  </Button>
                  <span className="figures" role="status">
                    {t('dashboard.behind.page', { page: found.page, pages })}
                  </span>
                  <Button
                    variant="default"
                    disabled={view.page >= pages}
                    rightSection={<IconChevronRight size={20} />}
                    onClick={() => turn(view.page + 1)}
                  >
                    {t('dashboard.behind.older')}
                  </Button>
                </div>
              ) : null}
            </>
          ) : (
            <Skeleton height={420} radius={18} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
};
