import { Skeleton } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OutputOf } from '../../../contract/index.ts';
import { CARDS, type CardName } from './behind.ts';
import classes from './cards.module.css';
import { Explain } from './explain.tsx';
import { Sparkline } from './sparkline.tsx';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';

type Compared = OutputOf<'dashboard.compare'>;
type FigureKey = keyof Compared['change_pct'] & keyof Compared['days'][number];

/** What each card shows, and whether more of it is good news. */
const SHOWN: Readonly<Record<CardName, { readonly key: FigureKey; readonly kind: 'money' | 'count'; readonly good: 'up' | 'down' }>> = {
  revenue: { key: 'total_revenue', kind: 'money', good: 'up' },
  orders: { key: 'total_orders', kind: 'count', good: 'up' },
  average: { key: 'avg_order_value', kind: 'money', good: 'up' },
  net_profit: { key: 'net_profit', kind: 'money', good: 'up' },
  items_sold: { key: 'total_items_sold', kind: 'count', good: 'up' },
  customers: { key: 'active_customers', kind: 'count', good: 'up' },
  refunds: { key: 'refunds', kind: 'money', good: 'down' },
  net_revenue: { key: 'net_revenue', kind: 'money', good: 'up' },
};

/** Beyond it, a change is only a lot. */
const MOST_PERCENT = 999;

/** From the period before: an arrow, words and a colour. */
const Change = ({ change, before, good }: { change: number | null; before: string | null; good: 'up' | 'down' }) => {
  const { t } = useTranslation();
  const { percent } = useDashboardFormats();
  if (before === null || change === null) return <span className={classes.change}>{t('dashboard.no_before')}</span>;
  const direction = change > 0 ? 'up' : change < 0 ? 'down' : 'same';
  const Arrow = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconMinus }[direction];
  return (
    <span className={classes.change} data-news={direction === 'same' ? undefined : direction === good ? 'good' : 'bad'}>
      <span className={classes.by}>
        <Arrow size={18} aria-hidden="true" />
        {Math.abs(change) > MOST_PERCENT
          ? t(`dashboard.far_${direction}` as 'dashboard.far_up', { percent: percent(MOST_PERCENT) })
          : direction === 'same'
            ? t('dashboard.same')
            : t(`dashboard.${direction}`, { percent: percent(Math.abs(change)) })}
      </span>
      <span className={classes.before}>{t('dashboard.before', { value: before })}</span>
    </span>
  );
};

const Card = ({ name, compared }: { name: CardName; compared: Compared }) => {
  const { t } = useTranslation();
  const { cell } = useDashboardFormats();
  const { behind } = useDashboard();
  const { key, kind, good } = SHOWN[name];
  const title = t(`dashboard.cards.${name}`);
  const value = cell(compared.current[key], kind);
  const { previous } = compared;
  return (
    <li className={classes.card} data-card={name}>
      <span className={classes.head}>
        <h2 className={classes.name}>{title}</h2>
        <Explain name={title} text={t(`dashboard.counts.${name}`)} />
      </span>
      <span className={classes.middle}>
        <Link
          href={behind(name)}
          className={`${classes.value} figures`}
          aria-label={t('dashboard.show_orders', { name: `${title} ${value}` })}
        >
          {value}
        </Link>
        <Sparkline values={compared.days.map((day) => day[key])} />
      </span>
      <Change change={compared.change_pct[key]} before={previous ? cell(previous[key], kind) : null} good={good} />
    </li>
  );
};

/** The period's figures beside those of the period before. */
export const Cards = ({ compared }: { compared: Compared | undefined }) => (
  <ul className={classes.cards}>
    {CARDS.map((name) =>
      compared ? (
        <Card key={name} name={name} compared={compared} />
      ) : (
        <li key={name} className={classes.card} aria-hidden="true">
          <Skeleton height={14} width="45%" radius={6} />
          <Skeleton height={32} width="70%" radius={8} mt={18} />
          <Skeleton height={14} width="55%" radius={6} mt={22} />
        </li>
      ),
    )}
  </ul>
);
