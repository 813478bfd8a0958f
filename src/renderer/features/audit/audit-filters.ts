import type { InputOf } from '../../../contract/index.ts';
import { dayBefore } from '../session/shop-clock.ts';

export const AUDIT_PERIODS = ['today', 'week', 'month', 'all', 'range'] as const;
export type AuditPeriod = (typeof AUDIT_PERIODS)[number];

/** What the audit shows. It is the query of the address; what is as by default is left out there. */
export interface AuditFilters {
  readonly person: string;
  readonly thing: string;
  /** The thing's id as typed; only digits count. */
  readonly id: string;
  readonly act: string;
  readonly period: AuditPeriod;
  /** Of the period `range`, `YYYY-MM-DD` or empty for an open end. */
  readonly from: string;
  readonly to: string;
  readonly page: number;
}

const DEFAULTS: AuditFilters = { person: '', thing: '', id: '', act: '', period: 'week', from: '', to: '', page: 1 };
const KEYS = Object.keys(DEFAULTS) as (keyof AuditFilters)[];
export const AUDIT_PER_PAGE = 50;

/** Reads the query of the address; what it does not know is as by default. */
export const readAuditFilters = (params: URLSearchParams): AuditFilters => {
  const text = (name: string) => params.get(name) ?? '';
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text(name)) ? text(name) : '');
  return {
    person: text('person'),
    thing: text('thing'),
    id: text('id').replaceAll(/\D/g, '').slice(0, 12),
    act: text('act'),
    period: AUDIT_PERIODS.find((period) => period === text('period')) ?? DEFAULTS.period,
    from: day('from'),
    to: day('to'),
    page: Math.max(1, Number.parseInt(text('page'), 10) || 1),
  };
};

/** The query of the address with its question mark, or nothing. */
export const writeAuditFilters = (filters: AuditFilters): string => {
  const params = new URLSearchParams();
  for (const key of KEYS) if (filters[key] !== DEFAULTS[key]) params.set(key, String(filters[key]));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

/** What is asked of the core, without the page; `today` is the shop's business day. */
export const auditQuery = (filters: AuditFilters, today: string): InputOf<'audit.export'> => {
  const days: Readonly<Record<AuditPeriod, readonly [string, string]>> = {
    today: [today, today],
    week: [dayBefore(today, 6), today],
    month: [dayBefore(today, 29), today],
    all: ['', ''],
    range: [filters.from, filters.to],
  };
  const [start, end] = days[filters.period];
  return {
    ...(filters.person === '' ? {} : { person: filters.person }),
    ...(filters.thing === '' ? {} : { entity_type: filters.thing }),
    ...(filters.id === '' ? {} : { entity_id: Number(filters.id) }),
    ...(filters.act === '' ? {} : { action: filters.act }),
    ...(start === '' ? {} : { start_date: start }),
    ...(end === '' ? {} : { end_date: end }),
  };
};
