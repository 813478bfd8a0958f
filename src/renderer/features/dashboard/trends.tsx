import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GROUPS } from './address.ts';
import { bucketsOf } from './buckets.ts';
import { Figure } from './figure.tsx';
import type { FigureTable } from './figure-table.ts';
import classes from './figure.module.css';
import { type Series, TrendChart } from './trend-chart.tsx';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

/** The range's buckets with their names under a bar, above it and in the table. */
const useBuckets = () => {
  const { t } = useTranslation();
  const { days, group } = useDashboard();
  const { bucketShort, bucketLong } = useDashboardFormats();
  const title = (bucket: string) =>
    group === 'weekly' ? t('dashboard.week_of', { day: bucketLong(bucket, group) }) : bucketLong(bucket, group);
  const buckets = useMemo(() => bucketsOf(days, group), [days, group]);
  const ticks = useMemo(() => buckets.map((bucket) => bucketShort(bucket, group)), [buckets, group, bucketShort]);
  return { buckets, ticks, title, titles: buckets.map(title) };
};

/** What the trends are drawn by. */
const GroupChoice = () => {
  const { t } = useTranslation();
  const { group, show } = useDashboard();
  return (
    <div className={`${classes.group} no-print`} role="radiogroup" aria-label={t('dashboard.group')}>
      {GROUPS.map((value) => (
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={value === group}
          onClick={() => show({ group: value }, { replace: true })}
        >
          {t(`dashboard.groups.${value}`)}
        </button>
      ))}
    </div>
  );
};

/** Revenue by day, week or month. */
export const RevenueTrend = () => {
  const { t } = useTranslation();
  const { money, moneyShort } = useDashboardFormats();
  const { range, group, behind, show } = useDashboard();
  const answer = useView('dashboard.revenue', { ...range, group_by: group }, ({ group_by }) => group_by === group);
  const { buckets, ticks, title, titles } = useBuckets();
  const rows = answer.data;
  const series = useMemo<readonly Series[]>(() => {
    const found = new Map(rows?.map((row) => [row.period, row.revenue]));
    return [{ label: t('dashboard.columns.revenue'), values: buckets.map((bucket) => found.get(bucket) ?? 0), colour: 'accent' }];
  }, [rows, buckets, t]);
  const table: FigureTable | null = rows
    ? {
        columns: [
          { head: t('dashboard.columns.period'), kind: 'text' },
          { head: t('dashboard.columns.revenue'), kind: 'money' },
          { head: t('dashboard.columns.orders'), kind: 'count' },
          { head: t('dashboard.columns.average'), kind: 'money' },
        ],
        rows: rows.map((row) => ({
          key: row.period,
          cells: [title(row.period), row.revenue, row.order_count, row.avg_order_value],
          links: { 0: behind(`period:${row.period}`) },
        })),
      }
    : null;
  return (
    <Figure name="trend_revenue" span={4} answer={answer} table={table} height={264} side={<GroupChoice />}>
      <TrendChart
        label={t('dashboard.figures.trend_revenue')}
        ticks={ticks}
        titles={titles}
        series={series}
        format={money}
        axis={moneyShort}
        onPick={(index) => show({ behind: `period:${buckets[index]}`, page: 1 })}
      />
    </Figure>
  );
};

/** Orders by day, week or month, and how they ended. */
export const OrderTrend = () => {
  const { t } = useTranslation();
  const { count } = useDashboardFormats();
  const { range, group, behind, show } = useDashboard();
  const answer = useView('dashboard.orderTrends', { ...range, group_by: group }, ({ group_by }) => group_by === group);
  const { buckets, ticks, title, titles } = useBuckets();
  const rows = answer.data;
  const series = useMemo<readonly Series[]>(() => {
    const found = new Map(rows?.map((row) => [row.date, row]));
    const values = (of: (row: NonNullable<typeof rows>[number]) => number) =>
      buckets.map((bucket) => {
        const row = found.get(bucket);
        return row ? of(row) : 0;
      });
    return [
      { label: t('dashboard.columns.completed'), values: values((row) => row.completed), colour: 'success' },
      { label: t('dashboard.columns.open'), values: values((row) => row.order_count - row.completed - row.cancelled), colour: 'soft' },
      { label: t('dashboard.columns.cancelled'), values: values((row) => row.cancelled), colour: 'danger' },
    ];
  }, [rows, buckets, t]);
  const table: FigureTable | null = rows
    ? {
        columns: [
          { head: t('dashboard.columns.period'), kind: 'text' },
          { head: t('dashboard.columns.orders'), kind: 'count' },
          { head: t('dashboard.columns.completed'), kind: 'count' },
          { head: t('dashboard.columns.cancelled'), kind: 'count' },
          { head: t('dashboard.columns.revenue'), kind: 'money' },
          { head: t('dashboard.columns.average'), kind: 'money' },
        ],
        rows: rows.map((row) => ({
          key: row.date,
          cells: [title(row.date), row.order_count, row.completed, row.cancelled, row.revenue, row.avg_order_value],
          links: { 0: behind(`trend:${row.date}`) },
        })),
      }
    : null;
  const legend = (
    <ul className={classes.legend}>
      {series.map(({ label, colour }) => (
        <li key={colour}>
          <i data-colour={colour} /> {label}
        </li>
      ))}
    </ul>
  );
  return (
    <Figure name="trend_orders" span={6} answer={answer} table={table} height={264} side={legend}>
      <TrendChart
        label={t('dashboard.figures.trend_orders')}
        ticks={ticks}
        titles={titles}
        series={series}
        format={count}
        axis={(value) => (Number.isInteger(value) ? count(value) : '')}
        onPick={(index) => show({ behind: `trend:${buckets[index]}`, page: 1 })}
      />
    </Figure>
  );
};
