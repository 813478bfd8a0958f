import type { ChartOptions } from 'chart.js';
import { useMemo } from 'react';
import { Bar } from 'react-chartjs-2';
import { type ChartColours, useChartColours } from './chart-colours.ts';
import { chartBase, tooltipLook } from './chart-parts.ts';
import classes from './figure.module.css';

export interface Series {
  readonly label: string;
  readonly values: readonly number[];
  readonly colour: 'accent' | 'success' | 'danger' | 'soft';
}

interface TrendChartProps {
  /** For who cannot see it. */
  readonly label: string;
  readonly ticks: readonly string[];
  readonly titles: readonly string[];
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
  readonly axis: (value: number) => string;
  readonly onPick: (index: number) => void;
}

const BAR = { maxBarThickness: 44, categoryPercentage: 0.82, barPercentage: 0.92 };

const optionsOf = (props: TrendChartProps, colours: ChartColours): ChartOptions<'bar'> => ({
  ...chartBase(props.onPick),
  interaction: { mode: 'index', intersect: false },
  layout: { padding: { top: 8 } },
  scales: {
    x: {
      stacked: true,
      border: { display: false },
      grid: { display: false },
      ticks: { color: colours.muted, maxRotation: 0, autoSkipPadding: 20 },
    },
    y: {
      stacked: true,
      beginAtZero: true,
      border: { display: false },
      grid: { color: colours.grid, drawTicks: false },
      ticks: { color: colours.muted, maxTicksLimit: 5, padding: 8, callback: (value) => props.axis(Number(value)) },
    },
  },
  plugins: {
    tooltip: {
      ...tooltipLook(colours),
      callbacks: {
        title: ([item]) => props.titles[item?.dataIndex ?? 0] ?? '',
        label: ({ dataset, parsed }) => `${dataset.label ?? ''}: ${props.format(parsed.y ?? 0)}`,
      },
    },
  },
});

/** Bars over time, stacked where there is more than one series. */
export const TrendChart = (props: TrendChartProps) => {
  const colours = useChartColours();
  const data = useMemo(
    () => ({
      labels: [...props.ticks],
      datasets: props.series.map(({ label, values, colour }) => ({
        ...BAR,
        label,
        data: [...values],
        backgroundColor: colours[colour],
        borderRadius: 4,
      })),
    }),
    [props.ticks, props.series, colours],
  );
  return (
    <div className={`${classes.canvas} ${classes.chart}`}>
      <Bar role="img" aria-label={props.label} data={data} options={optionsOf(props, colours)} />
    </div>
  );
};
