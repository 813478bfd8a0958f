import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from './figure.tsx';
import type { FigureTable } from './figure-table.ts';
import classes from './figure.module.css';
import { HeatChart } from './heat-chart.tsx';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

/** From Monday, as weeks begin in the trends. 0 = Sunday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];

/** When the shop is busy: revenue by weekday and hour, from the first hour that ever sold to the last. */
export const BusyHours = () => {
  const { t } = useTranslation();
  const { money, weekday, hour } = useDashboardFormats();
  const { range, behind, show } = useDashboard();
  const answer = useView('dashboard.hourlyGrid', range);
  const grid = answer.data;
  const weekdays = useMemo(() => WEEK.map((day) => ({ weekday: day, name: weekday(day, 'short') })), [weekday]);
  const hours = useMemo(() => {
    const sold = grid?.filter((cell) => cell.order_count > 0).map((cell) => cell.hour) ?? [];
    const first = Math.min(...sold);
    return sold.length === 0
      ? []
      : Array.from({ length: Math.max(...sold) - first + 1 }, (_, index) => ({ hour: first + index, name: hour(first + index) }));
  }, [grid, hour]);
  const cells = useMemo(
    () =>
      (grid ?? [])
        .filter((cell) => hours.some((shown) => shown.hour === cell.hour))
        .map((cell) => ({
          weekday: cell.weekday,
          hour: cell.hour,
          value: cell.revenue,
          title: `${weekday(cell.weekday, 'long')} ${hour(cell.hour)}`,
          note: `${money(cell.revenue)} · ${t('dashboard.by_orders', { count: cell.order_count })}`,
        })),
    [grid, hours, weekday, hour, money, t],
  );
  const at = new Map(grid?.map((cell) => [`${cell.weekday}-${cell.hour}`, cell]));
  const busiest = cells.reduce<(typeof cells)[number] | null>((best, cell) => (best && best.value >= cell.value ? best : cell), null);
  const table: FigureTable | null = grid
    ? {
        columns: [
          { head: t('dashboard.columns.hour'), kind: 'text' },
          ...WEEK.map((day) => ({ head: weekday(day, 'short'), kind: 'money' as const })),
        ],
        rows: hours.map((row) => ({
          key: String(row.hour),
          cells: [row.name, ...WEEK.map((day) => at.get(`${day}-${row.hour}`)?.revenue ?? 0)],
          links: Object.fromEntries(
            WEEK.flatMap((day, index) =>
              at.get(`${day}-${row.hour}`)?.order_count ? [[index + 1, behind(`hour:${day}-${row.hour}`)]] : [],
            ),
          ),
        })),
      }
    : null;
  return (
    <Figure
      name="hours"
      span={6}
      answer={answer}
      table={table}
      height={268}
      side={
        <span className={classes.scale} aria-hidden="true">
          {t('dashboard.less')} <i /> <i /> <i /> <i /> {t('dashboard.more')}
        </span>
      }
    >
      <HeatChart
        label={
          busiest
            ? t('dashboard.hours_chart', {
                weekday: weekday(busiest.weekday, 'long'),
                hour: hour(busiest.hour),
                amount: money(busiest.value),
              })
            : t('dashboard.figures.hours')
        }
        cells={cells}
        weekdays={weekdays}
        hours={hours}
        onPick={(cell) => show({ behind: `hour:${cell.weekday}-${cell.hour}`, page: 1 })}
      />
    </Figure>
  );
};
