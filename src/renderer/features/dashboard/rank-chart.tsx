import type { Chart, ChartOptions, Plugin } from 'chart.js';
import { useMemo } from 'react';
import { Bar } from 'react-chartjs-2';
import { type ChartColours, useChartColours } from './chart-colours.ts';
import { chartBase, tooltipLook } from './chart-parts.ts';
import classes from './figure.module.css';

interface RankChartProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly values: readonly number[];
  /** At the end of each bar. */
  readonly words: readonly string[];
  /** In the tooltip. */
  readonly notes: readonly string[];
  readonly onPick: (index: number) => void;
}

const MOST_LETTERS = 20;
const shortened = (name: string): string => (name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name);

/** Writes each bar's value after its end. */
const wordsPlugin = (words: readonly string[], colours: ChartColours): Plugin<'bar'> => ({
  id: 'words',
  afterDatasetsDraw: (chart: Chart<'bar'>) => {
    const { ctx } = chart;
    ctx.save();
    ctx.font = `600 13px ${chart.options.font?.family ?? 'sans-serif'}`;
    ctx.fillStyle = colours.ink;
    ctx.textBaseline = 'middle';
    for (const [index, bar] of chart.getDatasetMeta(0).data.entries()) {
      ctx.fillText(words[index] ?? '', bar.x + 8, bar.y);
    }
    ctx.restore();
  },
});

const optionsOf = (props: RankChartProps, colours: ChartColours): ChartOptions<'bar'> => ({
  ...chartBase(props.onPick),
  indexAxis: 'y',
  interaction: { mode: 'index', axis: 'y', intersect: false },
  layout: { padding: { right: 84 } },
  scales: {
    x: { display: false, beginAtZero: true },
    y: {
      border: { display: false },
      grid: { display: false },
      ticks: { color: colours.ink, autoSkip: false, crossAlign: 'far', callback: (index) => shortened(props.names[Number(index)] ?? '') },
    },
  },
  plugins: {
    tooltip: {
      ...tooltipLook(colours),
      callbacks: {
        title: ([item]) => props.names[item?.dataIndex ?? 0] ?? '',
        label: ({ dataIndex }) => props.notes[dataIndex] ?? '',
      },
    },
  },
});

/** Lying bars, the longest first. */
export const RankChart = (props: RankChartProps) => {
  const colours = useChartColours();
  const data = useMemo(
    () => ({
      labels: [...props.names],
      datasets: [{ data: [...props.values], backgroundColor: colours.accent, borderRadius: 5, maxBarThickness: 20 }],
    }),
    [props.names, props.values, colours],
  );
  const plugins = useMemo(() => [wordsPlugin(props.words, colours)], [props.words, colours]);
  return (
    <div className={`${classes.canvas} ${classes.rank}`}>
      {/* A plugin belongs to the chart that it was made with. */}
      <Bar
        key={`${colours.ink} ${props.words.join(' ')}`}
        role="img"
        aria-label={props.label}
        data={data}
        options={optionsOf(props, colours)}
        plugins={plugins}
      />
    </div>
  );
};
