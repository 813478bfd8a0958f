import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import { addDays, daysInRange } from '../../../domain/business-day.ts';
import { percentOf } from '../../../domain/money.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { dayFigures, type PeriodFigures, periodFigures } from './period-figures.ts';
import { type DayRange, previousRange, rangeOf } from './range.ts';

type Compared = OutputOf<'dashboard.compare'>;

/** Longer ranges have too many days to name the empty ones. */
const MOST_DAYS_NAMED = 3 * 366;

/** The figures of a period beside those of as many days before it, and day by day for small lines. */
export const compare = (ctx: QueryContext, input: ParsedInputOf<'dashboard.compare'>): Compared => {
  const range = rangeOf(ctx, input);
  const before = previousRange(range);
  const current = periodFigures(ctx, range);
  const previous = before && periodFigures(ctx, before);
  return {
    range: written(range),
    previous_range: before && written(before),
    current,
    previous,
    change_pct: changes(current, previous),
    days: daysOf(ctx, range),
  };
};

const written = (range: DayRange) => ({ start_date: range.start, end_date: range.end });

/** Of the size of what was before, so that a loss that shrinks is a rise; null where there is nothing to compare with. */
const changeOf = (now: number, before: number | undefined): number | null =>
  before === undefined || before === 0 ? null : percentOf(now - before, Math.abs(before));

const changes = (now: PeriodFigures, before: PeriodFigures | null): Compared['change_pct'] => {
  const change = (key: keyof PeriodFigures) => changeOf(now[key], before?.[key]);
  return {
    total_revenue: change('total_revenue'),
    total_orders: change('total_orders'),
    avg_order_value: change('avg_order_value'),
    total_items_sold: change('total_items_sold'),
    active_customers: change('active_customers'),
    new_customers: change('new_customers'),
    refunds: change('refunds'),
    net_revenue: change('net_revenue'),
    net_profit: change('net_profit'),
  };
};

const EMPTY_DAY = {
  total_revenue: 0,
  total_orders: 0,
  avg_order_value: 0,
  total_items_sold: 0,
  active_customers: 0,
  refunds: 0,
  net_revenue: 0,
  net_profit: 0,
};

const daysOf = (ctx: QueryContext, range: DayRange): Compared['days'] => {
  const found = dayFigures(ctx, range);
  const { start } = range;
  const length = start === null ? Number.POSITIVE_INFINITY : daysInRange(start, range.end);
  if (start === null || length > MOST_DAYS_NAMED) return found;
  const byDay = new Map(found.map((row) => [row.day, row]));
  return Array.from({ length: Math.max(0, length) }, (_, index) => {
    const day = addDays(start, index);
    return byDay.get(day) ?? { day, ...EMPTY_DAY };
  });
};
