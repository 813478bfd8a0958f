import type { ChartData, ChartOptions } from 'chart.js';
import { useMemo } from 'react';
import { Chart } from 'react-chartjs-2';
import { type ChartColours, useChartColours } from './chart-colours.ts';
import { chartBase, tooltipLook } from './chart-parts.ts';
import classes from './figure.module.css';

export interface HeatCell {
  readonly weekday: number;
  readonly hour: number;
  readonly value: number;
  readonly title: string;
  readonly note: string;
}

interface HeatChartProps {
  readonly label: string;
  readonly cells: readonly HeatCell[];
  /** In the order in which they are drawn. */
  readonly weekdays: readonly { readonly weekday: number; readonly name: string }[];
  readonly hours: readonly { readonly hour: number; readonly name: string }[];
  readonly onPick: (cell: HeatCell) => void;
}

/** The colour of a cell: the accent, the stronger the more. The square root keeps quiet hours apart from empty ones. */
const shade = (value: number, most: number, { accent, soft }: ChartColours): string => {
  if (value <= 0 || most <= 0) return `color-mix(in srgb, ${soft} 14%, transparent)`;
  return `color-mix(in srgb, ${accent} ${Math.round(12 + 88 * Math.sqrt(value / most))}%, transparent)`;
};

const optionsOf = (props: HeatChartProps, colours: ChartColours): ChartOptions<'matrix'> => ({
  ...chartBase((index) => {
    const cell = props.cells[index];
    if (cell) props.onPick(cell);
  }),
  interaction: { mode: 'nearest', intersect: true },
  scales: {
    x: {
      type: 'category',
      labels: props.hours.map(({ name }) => name),
      offset: true,
      border: { display: false },
      grid: { display: false },
      ticks: { color: colours.muted, maxRotation: 0, autoSkipPadding: 8 },
    },
    y: {
      type: 'category',
      labels: props.weekdays.map(({ name }) => name),
      offset: true,
      reverse: false,
      border: { display: false },
      grid: { display: false },
      ticks: { color: colours.muted, autoSkip: false },
    },
  },
  plugins: {
    tooltip: {
      ...tooltipLook(colours),
      callbacks: {
        title: ([item]) => props.cells[item?.dataIndex ?? 0]?.title ?? '',
        label: ({ dataIndex }) => props.cells[dataIndex]?.note ?? '',
      },
    },
  },
});

/** Weekdays by hours, the darker the more. */
export const HeatChart = (props: HeatChartProps) => {
  const colours = useChartColours();
  const data = useMemo<ChartData<'matrix'>>(() => {
    const most = Math.max(0, ...props.cells.map(({ value }) => value));
    const hourNames = new Map(props.hours.map(({ hour, name }) => [hour, name]));
    const dayNames = new Map(props.weekdays.map(({ weekday, name }) => [weekday, name]));
    return {
      datasets: [
        {
          data: props.cells.map(({ weekday, hour, value }) => ({
            x: hourNames.get(hour) ?? '',
            y: dayNames.get(weekday) ?? '',
            v: value,
          })),
          backgroundColor: props.cells.map(({ value }) => shade(value, most, colours)),
          hoverBackgroundColor: props.cells.map(({ value }) => shade(value, most, colours)),
          hoverBorderColor: colours.ink,
          borderWidth: 0,
          hoverBorderWidth: 2,
          borderRadius: 5,
          width: ({ chart }) => Math.max(2, (chart.chartArea?.width ?? 0) / props.hours.length - 4),
          height: ({ chart }) => Math.max(2, (chart.chartArea?.height ?? 0) / props.weekdays.length - 4),
        },
      ],
    };
  }, [props.cells, props.hours, props.weekdays, colours]);
  return (
    <div className={`${classes.canvas} ${classes.heat}`}>
      <Chart type="matrix" role="img" aria-label={props.label} data={data} options={optionsOf(props, colours)} />
    </div>
  );
};
