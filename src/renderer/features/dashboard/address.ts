import { addDays, type Day, daysInRange, isDay, weekdayOf } from '../../../domain/business-day.ts';

export const PRESETS = ['today', 'yesterday', 'this_week', 'last_7', 'last_30', 'this_month', 'this_year'] as const;
export type Preset = (typeof PRESETS)[number];
export const GROUPS = ['daily', 'weekly', 'monthly'] as const;
export type Group = (typeof GROUPS)[number];

/** Business days, both counted. */
export interface Days {
  readonly start: Day;
  readonly end: Day;
}

/** What the dashboard shows; all of it is in the address. */
export interface View {
  readonly preset: Preset | 'custom';
  /** Of `custom`. */
  readonly days: Days | null;
  /** Null: as fits the range. */
  readonly group: Group | null;
  /** Figures that are shown as a table. */
  readonly tables: readonly string[];
  /** The figure whose orders are listed: `item:12`. */
  readonly behind: string | null;
  /** Of that list. */
  readonly page: number;
}

export const DEFAULT_PRESET: Preset = 'last_30';

/** Reads the address; what it does not know is as by default. */
export const readView = (params: URLSearchParams): View => {
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  const days = isDay(from) && isDay(to) ? (from <= to ? { start: from, end: to } : { start: to, end: from }) : null;
  return {
    preset: days ? 'custom' : (PRESETS.find((preset) => preset === params.get('range')) ?? DEFAULT_PRESET),
    days,
    group: GROUPS.find((group) => group === params.get('by')) ?? null,
    tables: (params.get('tables') ?? '').split(',').filter(Boolean),
    behind: params.get('behind'),
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
  };
};

/** The part of the address after `?`: only what differs from the default. */
export const writeView = (view: View): string => {
  const params = new URLSearchParams();
  if (view.days) {
    params.set('from', view.days.start);
    params.set('to', view.days.end);
  } else if (view.preset !== DEFAULT_PRESET) params.set('range', view.preset);
  if (view.group) params.set('by', view.group);
  if (view.tables.length > 0) params.set('tables', view.tables.join(','));
  if (view.behind) {
    params.set('behind', view.behind);
    if (view.page > 1) params.set('page', String(view.page));
  }
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
};

/** The business days of a range; a week starts on Monday, as in the trends. */
export const daysOf = (preset: Preset, today: Day): Days => {
  const starts: Readonly<Record<Exclude<Preset, 'yesterday'>, Day>> = {
    today,
    this_week: addDays(today, -((weekdayOf(today) + 6) % 7)),
    last_7: addDays(today, -6),
    last_30: addDays(today, -29),
    this_month: `${today.slice(0, 8)}01`,
    this_year: `${today.slice(0, 5)}01-01`,
  };
  if (preset !== 'yesterday') return { start: starts[preset], end: today };
  return { start: addDays(today, -1), end: addDays(today, -1) };
};

/** As many days directly before (-1) or after (1). */
export const shifted = ({ start, end }: Days, direction: -1 | 1): Days => {
  const by = daysInRange(start, end) * direction;
  return { start: addDays(start, by), end: addDays(end, by) };
};

/** What a trend is drawn by when nobody chose: not more bars than can be told apart. */
export const fittingGroup = ({ start, end }: Days): Group => {
  const days = daysInRange(start, end);
  return days <= 62 ? 'daily' : days <= 400 ? 'weekly' : 'monthly';
};
