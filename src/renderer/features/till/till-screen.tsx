import { Button, Skeleton } from '@mantine/core';
import { IconCup, IconPlugConnectedX, IconSearchOff } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import { Notice } from '../../ui/notice.tsx';
import { type Menu, searchMenu } from '../menu/menu-index.ts';
import { useMenu } from '../menu/use-menu.ts';
import { usePaymentMethods } from '../pay/use-pay-entry.ts';
import { usePayStore } from '../pay/pay-store.ts';
import { changeOf } from '../pay/tenders.ts';
import { useFormats } from '../session/session.tsx';
import { CategoryRail } from './category-rail.tsx';
import { ItemGrid } from './item-grid.tsx';
import { PayTicket } from './pay-ticket.tsx';
import { PlacedPanel } from './placed-panel.tsx';
import { SearchField } from './search-field.tsx';
import { TicketPanel } from './ticket-panel.tsx';
import { useTicket } from './ticket-store.ts';
import { TillDialogs } from './till-dialogs.tsx';
import classes from './till.module.css';
import { useTillView } from './till-view.ts';
import { useTill } from './use-till.ts';
import { useTillKeys } from './use-till-keys.ts';
import { useTicketPrices } from './use-ticket-prices.ts';

const NO_ITEMS: Menu['items'] = [];

/** The till: categories, tiles, search, and the ticket beside them. */
export const TillScreen = ({ onHelp }: { onHelp: () => void }) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const { menu, error, retry } = useMenu();
  const till = useTill(menu);
  const prices = useTicketPrices();
  // Known before somebody pays, so that the first key of a payment finds them there.
  usePaymentMethods();
  const lowAt = useCall('settings.get', {}).data?.low_stock_threshold ?? 0;
  const { query, category_id, highlight, side } = useTillView();
  const ticket = useTicket((store) => store.ticket);
  const isPaying = usePayStore((store) => store.paying !== null);
  const search = useRef<HTMLInputElement>(null);
  const columns = useRef(2);

  // The list may follow a fast typist a moment later; the field itself never waits.
  const sought = useDeferredValue(query);
  const shown = useMemo(() => {
    if (!menu) return NO_ITEMS;
    if (sought.trim() !== '') return searchMenu(menu, sought);
    return category_id === null ? menu.items : (menu.byCategory.get(category_id) ?? NO_ITEMS);
  }, [menu, sought, category_id]);
  const onTicket = useMemo(() => {
    const counts = new Map<number, number>();
    for (const line of ticket.lines) counts.set(line.item_id, (counts.get(line.item_id) ?? 0) + line.quantity);
    return counts;
  }, [ticket.lines]);

  useTillKeys({ menu, shown, columns, search, till, onHelp, isResting: isPaying });
  useEffect(() => {
    useTillView.setState({ query: '', highlight: null, hint: null });
  }, []);

  const count = ticket.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <div className={classes.till} data-side={side} data-paying={isPaying || undefined}>
      <h1 className="visually-hidden">{t('till.title')}</h1>
      {isPaying ? (
        <div className={classes.paying}>
          <PayTicket total={prices.priced.total} till={till} />
        </div>
      ) : (
        <>
          <div className={classes.rail}>{menu ? <CategoryRail menu={menu} /> : null}</div>
          <div className={classes.items}>
            <div className={classes.search}>
              <SearchField ref={search} />
            </div>
            {menu ? (
              shown.length > 0 ? (
                <ItemGrid items={shown} highlight={highlight} lowAt={lowAt} onTicket={onTicket} onAdd={till.add} columnsRef={columns} />
              ) : (
                <NothingShown menu={menu} query={sought.trim()} />
              )
            ) : error ? (
              <Notice icon={<IconPlugConnectedX size={32} />} title={t('till.menu_failed')} text={error.message} role="alert">
                <Button onClick={retry}>{t('app.try_again')}</Button>
              </Notice>
            ) : (
              <div className={classes.skeletons} aria-busy="true" aria-label={t('app.loading')}>
                {Array.from({ length: 12 }, (_, index) => (
                  <Skeleton key={index} height={104} radius={16} />
                ))}
              </div>
            )}
          </div>
        </>
      )}
      <div className={classes.ticket} inert={isPaying}>
        {till.sale ? <PlacedPanel sale={till.sale} onNext={till.next} /> : <TicketPanel prices={prices} till={till} isPaying={isPaying} />}
      </div>
      {isPaying ? null : (
        <button type="button" className={classes.toTicket} onClick={() => useTillView.setState({ side: 'ticket' })}>
          <span>
            {t('till.show_ticket')} · {t('ticket.items', { count })}
          </span>
          <span className="money">{money(prices.priced.total)}</span>
        </button>
      )}
      <p className="visually-hidden" role="status">
        {till.sale
          ? t('placed.announce', {
              number: till.sale.order.order_number,
              total: money(till.sale.order.total),
              change: money(changeOf(till.sale.parts)),
            })
          : ''}
      </p>
      {menu ? <TillDialogs till={till} menu={menu} /> : null}
    </div>
  );
};

const NothingShown = ({ menu, query }: { menu: Menu; query: string }) => {
  const { t } = useTranslation();
  if (query !== '')
    return (
      <Notice
        icon={<IconSearchOff size={32} />}
        title={t('till.nothing_found', { query })}
        text={t('till.nothing_found_hint')}
        role="status"
      />
    );
  return menu.items.length === 0 ? (
    <Notice icon={<IconCup size={32} />} title={t('till.empty_menu')} text={t('till.empty_menu_hint')} />
  ) : (
    <Notice icon={<IconCup size={32} />} title={t('till.empty_category')} />
  );
};
