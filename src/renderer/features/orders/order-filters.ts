import { ORDER_STATUSES, type OrderStatus } from '../../../domain/order-status.ts';
import type { InputOf } from '../../../contract/index.ts';
import { dayBefore } from '../session/shop-clock.ts';

export const PERIODS = ['today', 'yesterday', 'week', 'all', 'range'] as const;
export type Period = (typeof PERIODS)[number];

/** What the list of orders shows. It is the end of the address: `status=ready&page=2`. */
export interface OrderFilters {
  /** A number or its last digits, a customer, or an amount; empty: any. */
  readonly number: string;
  /** `due`: those with something left to pay. */
  readonly status: OrderStatus | 'due' | 'all';
  readonly period: Period;
  /** Of the period `range`, `YYYY-MM-DD` or empty for an open end. */
  readonly from: string;
  readonly to: string;
  readonly page: number;
}

const DEFAULTS: OrderFilters = { number: '', status: 'all', period: 'today', from: '', to: '', page: 1 };
const PER_PAGE = 25;

/** Reads the address; what it does not know is as by default. */
export const readFilters = (text: string): OrderFilters => {
  const params = new URLSearchParams(text);
  const one = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T =>
    allowed.find((value) => value === params.get(name)) ?? otherwise;
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(params.get(name) ?? '') ? (params.get(name) ?? '') : '');
  return {
    number: params.get('number') ?? '',
    status: one('status', [...ORDER_STATUSES, 'due', 'all'], DEFAULTS.status),
    period: one('period', PERIODS, DEFAULTS.period),
    from: day('from'),
    to: day('to'),
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
  };
};

/** The end of the address: only what differs from the default. */
export const writeFilters = (filters: OrderFilters): string => {
  const params = new URLSearchParams();
  for (const key of ['number', 'status', 'period', 'from', 'to', 'page'] as const) {
    if (filters[key] !== DEFAULTS[key]) params.set(key, String(filters[key]));
  }
  return params.toString();
};

/** What is asked of the core; `today` is the shop's business day. */
export const listInput = (filters: OrderFilters, today: string): InputOf<'orders.list'> => {
  const days: Readonly<Record<Period, readonly [string, string]>> = {
    today: [today, today],
    yesterday: [dayBefore(today, 1), dayBefore(today, 1)],
    week: [dayBefore(today, 6), today],
    all: ['', ''],
    range: [filters.from, filters.to],
  };
  const [start, end] = days[filters.period];
  const number = filters.number.trim();
  return {
    ...(start === '' ? {} : { start_date: start }),
    ...(end === '' ? {} : { end_date: end }),
    ...(number === '' ? {} : { search: number }),
    ...(filters.status === 'all' ? {} : filters.status === 'due' ? { is_due: true } : { status: filters.status }),
    page: filters.page,
    per_page: PER_PAGE,
  };
};
