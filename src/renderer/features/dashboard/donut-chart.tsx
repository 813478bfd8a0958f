import type { ChartOptions } from 'chart.js';
import { useMemo } from 'react';
import { Doughnut } from 'react-chartjs-2';
import { type ChartColours, useChartColours } from './chart-colours.ts';
import { chartBase, tooltipLook } from './chart-parts.ts';
import classes from './figure.module.css';

interface DonutChartProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly values: readonly number[];
  readonly notes: readonly string[];
  readonly onPick: (index: number) => void;
}

const optionsOf = (props: DonutChartProps, colours: ChartColours): ChartOptions<'doughnut'> => ({
  ...chartBase(props.onPick),
  cutout: '72%',
  plugins: {
    tooltip: {
      ...tooltipLook(colours),
      callbacks: { title: ([item]) => props.names[item?.dataIndex ?? 0] ?? '', label: ({ dataIndex }) => props.notes[dataIndex] ?? '' },
    },
  },
});

/** Parts of a whole. */
export const DonutChart = (props: DonutChartProps) => {
  const colours = useChartColours();
  const data = useMemo(
    () => ({
      labels: [...props.names],
      datasets: [
        {
          data: [...props.values],
          backgroundColor: [...colours.series],
          borderColor: colours.surface,
          hoverBorderColor: colours.surface,
          borderWidth: 3,
          borderRadius: 6,
        },
      ],
    }),
    [props.names, props.values, colours],
  );
  return (
    <div className={`${classes.canvas} ${classes.donut}`}>
      <Doughnut role="img" aria-label={props.label} data={data} options={optionsOf(props, colours)} />
    </div>
  );
};
