import { ActionIcon, Button } from '@mantine/core';
import { IconAdjustments, IconListCheck, IconTrash, IconTruckDelivery, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { RecordPanel } from '../../ui/list/index.ts';
import panel from '../../ui/list/panel.module.css';
import { useFormats, useMay } from '../session/session.tsx';
import { MovementText } from './movement-text.tsx';
import { type Act, StockDialog } from './stock-dialog.tsx';
import classes from './stock.module.css';
import { MOVEMENTS } from './stock-tabs.tsx';

/** One item's stock: what is left, what can be done with it, and its last movements. */
export const StockPanel = ({ itemId, onClose }: { itemId: number; onClose: () => void }) => (
  <RecordPanel operation="items.get" input={{ item_id: itemId }} onClose={onClose}>
    {(item) => <OpenPanel item={item} onClose={onClose} />}
  </RecordPanel>
);

interface StockedItem {
  readonly id: number;
  readonly name: string;
  readonly stock_qty: number;
}

const LATEST = 12;
const ICONS = { receive: IconTruckDelivery, count: IconListCheck, adjust: IconAdjustments, waste: IconTrash } as const;

const OpenPanel = ({ item, onClose }: { item: StockedItem; onClose: () => void }) => {
  const { t } = useTranslation();
  const { locale, dayTime } = useFormats();
  const may = useMay();
  const [act, setAct] = useState<Act | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const movements = useCall('stock.movements', { item_id: item.id, per_page: LATEST });
  useShortcuts('everywhere', { back: onClose });
  const isTracked = item.stock_qty >= 0;
  const acts = (['receive', 'count', 'adjust', 'waste'] as const).filter((one) => may(one === 'waste' ? 'stock.waste' : 'stock.manage'));
  return (
    <section className={panel.panel} aria-label={item.name}>
      <div className={panel.top}>
        <h2 className={panel.title}>{item.name}</h2>
        <ActionIcon aria-label={t('app.close')} onClick={onClose}>
          <IconX size={22} />
        </ActionIcon>
      </div>
      <div className={panel.body}>
        <p className={classes.left}>
          <strong>{isTracked ? item.stock_qty.toLocaleString(locale) : t('stock.not_tracked')}</strong>
          {isTracked ? <span>{t('stock.in_stock')}</span> : <span>{t('stock.not_tracked_hint')}</span>}
        </p>
        <p role="status" className={classes.said}>
          {said}
        </p>
        {isTracked ? (
          <div className={classes.acts}>
            {acts.map((one) => {
              const Icon = ICONS[one];
              return (
                <Button key={one} variant="default" leftSection={<Icon size={20} aria-hidden="true" />} onClick={() => setAct(one)}>
                  {t(`stock.act_${one}`)}
                </Button>
              );
            })}
          </div>
        ) : null}
        <section aria-label={t('stock.tab_movements')}>
          <div className={classes.between}>
            <h3>{t('stock.tab_movements')}</h3>
            {movements.data && movements.data.total > LATEST ? (
              <Link href={`${MOVEMENTS}?item_id=${item.id}`}>{t('stock.all_movements', { count: movements.data.total })}</Link>
            ) : null}
          </div>
          {movements.data?.total === 0 ? <p className={classes.quiet}>{t('stock.no_movements')}</p> : null}
          <ul className={classes.moves}>
            {movements.data?.items.map((movement) => (
              <li key={movement.id}>
                <span>
                  <MovementText movement={movement} />
                  <small>
                    {dayTime(movement.created_at)} · {movement.actor}
                  </small>
                </span>
                <span className={classes.quantity} data-out={movement.quantity < 0 || undefined}>
                  {signed(movement.quantity, locale)}
                  <small>{t('stock.then_left', { balance: movement.balance.toLocaleString(locale) })}</small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {may('stock.manage') ? (
        <div className={panel.foot}>
          <Button variant="default" onClick={() => setAct(isTracked ? 'untrack' : 'track')}>
            {t(isTracked ? 'stock.act_untrack' : 'stock.act_track')}
          </Button>
        </div>
      ) : null}
      {act ? <StockDialog act={act} item={item} onDone={setSaid} onClose={() => setAct(null)} /> : null}
    </section>
  );
};

const signed = (quantity: number, locale: string): string => `${quantity > 0 ? '+' : ''}${quantity.toLocaleString(locale)}`;
