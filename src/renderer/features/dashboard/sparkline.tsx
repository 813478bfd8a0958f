import classes from './cards.module.css';

const WIDTH = 120;
const HEIGHT = 36;
const EDGE = 2;
/** More points than this cannot be told apart in so little room. */
const MOST = 60;

/** The values in as many steps as can be seen, each the mean of what it stands for. */
const thinned = (values: readonly number[]): readonly number[] => {
  if (values.length <= MOST) return values;
  const size = Math.ceil(values.length / MOST);
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => {
    const part = values.slice(index * size, (index + 1) * size);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
};

/** How a figure went from day to day; the figures themselves are in the trends. */
export const Sparkline = ({ values }: { values: readonly number[] }) => {
  const points = thinned(values);
  if (points.length < 2) return <span className={classes.spark} aria-hidden="true" />;
  const low = Math.min(0, ...points);
  const high = Math.max(...points, low + 1);
  const x = (index: number) => EDGE + (index / (points.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const line = points.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' L');
  return (
    <svg className={classes.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path className={classes.sparkArea} d={`M${EDGE},${y(low).toFixed(1)} L${line} L${WIDTH - EDGE},${y(low).toFixed(1)} Z`} />
      <path className={classes.sparkLine} d={`M${line}`} vectorEffect="non-scaling-stroke" />
    </svg>
  );
};
