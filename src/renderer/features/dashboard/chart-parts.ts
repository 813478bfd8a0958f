import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartEvent,
  type ActiveElement,
  DoughnutController,
  LinearScale,
  Tooltip,
} from 'chart.js';
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix';
import type { ChartColours } from './chart-colours.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  LinearScale,
  MatrixController,
  MatrixElement,
  Tooltip,
);
Chart.defaults.font.family = '"Figtree Variable", "Segoe UI", system-ui, sans-serif';
Chart.defaults.font.size = 13;

/** What all charts share. Nothing moves: the figures change while somebody reads them. */
export const chartBase = (onPick: (index: number) => void) => ({
  animation: false as const,
  responsive: true,
  maintainAspectRatio: false,
  onClick: (_event: ChartEvent, picked: ActiveElement[]) => {
    const first = picked[0];
    if (first) onPick(first.index);
  },
  onHover: ({ native }: ChartEvent, over: ActiveElement[]) => {
    const canvas = native?.target;
    if (canvas instanceof HTMLElement) canvas.style.cursor = over.length > 0 ? 'pointer' : '';
  },
});

export const tooltipLook = (colours: ChartColours) => ({
  backgroundColor: colours.ink,
  titleColor: colours.surface,
  bodyColor: colours.surface,
  padding: 12,
  cornerRadius: 10,
  displayColors: false,
  titleFont: { size: 13, weight: 600 },
  bodyFont: { size: 13 },
  caretSize: 0,
});
