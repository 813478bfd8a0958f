import { ORDER_STATUSES, type OrderStatus } from '../../../domain/order-status.ts';
import type { InputOf } from '../../../contract/index.ts';
import type { Currency } from '../../../domain/money.ts';
import { readAmount } from '../../ui/amount.ts';
import { dayBefore } from '../session/shop-clock.ts';

export const PERIODS = ['today', 'yesterday', 'week', 'all', 'range'] as const;
export type Period = (typeof PERIODS)[number];

export const ORDER_SORTINGS = ['newest', 'oldest', 'largest', 'smallest', 'number', 'number_down'] as const;
export type OrderSorting = (typeof ORDER_SORTINGS)[number];

const SORTED: Readonly<Record<OrderSorting, Pick<InputOf<'orders.list'>, 'sort' | 'order'>>> = {
  newest: {},
  oldest: { sort: 'created_at', order: 'asc' },
  largest: { sort: 'total', order: 'desc' },
  smallest: { sort: 'total', order: 'asc' },
  number: { sort: 'order_number', order: 'asc' },
  number_down: { sort: 'order_number', order: 'desc' },
};

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
  /** The code of a payment method by which something was paid; empty: any. */
  readonly method: string;
  /** The id of the person who took it; empty: anybody. */
  readonly staff: string;
  /** Amounts as they were typed; empty or unreadable: no bound. */
  readonly min: string;
  readonly max: string;
  readonly sort: OrderSorting;
  readonly page: number;
}

const DEFAULTS: OrderFilters = {
  number: '',
  status: 'all',
  period: 'today',
  from: '',
  to: '',
  method: '',
  staff: '',
  min: '',
  max: '',
  sort: 'newest',
  page: 1,
};

/** The conditions beside the search, the status and the days. */
export const MORE = ['method', 'staff', 'min', 'max', 'sort'] as const satisfies readonly (keyof OrderFilters)[];

/** How many of those are set. */
export const moreSet = (filters: OrderFilters): number => MORE.filter((key) => filters[key] !== DEFAULTS[key]).length;

/** Everything but the search, as when nothing was chosen. */
export const CLEARED: Partial<OrderFilters> = Object.fromEntries(MORE.map((key) => [key, DEFAULTS[key]]));
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
    method: params.get('method') ?? '',
    staff: /^\d{1,9}$/.test(params.get('staff') ?? '') ? (params.get('staff') ?? '') : '',
    min: params.get('min') ?? '',
    max: params.get('max') ?? '',
    sort: one('sort', ORDER_SORTINGS, DEFAULTS.sort),
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
  };
};

/** The end of the address: only what differs from the default. */
export const writeFilters = (filters: OrderFilters): string => {
  const params = new URLSearchParams();
  for (const key of ['number', 'status', 'period', 'from', 'to', ...MORE, 'page'] as const) {
    if (filters[key] !== DEFAULTS[key]) params.set(key, String(filters[key]));
  }
  return params.toString();
};

/** What is asked of the core, but for the page; `today` is the shop's business day. */
export const questionOfFilters = (filters: OrderFilters, today: string, currency: Currency): InputOf<'orders.list'> => {
  const days: Readonly<Record<Period, readonly [string, string]>> = {
    today: [today, today],
    yesterday: [dayBefore(today, 1), dayBefore(today, 1)],
    week: [dayBefore(today, 6), today],
    all: ['', ''],
    range: [filters.from, filters.to],
  };
  const [start, end] = days[filters.period];
  const number = filters.number.trim();
  const [least, most] = [readAmount(filters.min, currency), readAmount(filters.max, currency)];
  return {
    ...(start === '' ? {} : { start_date: start }),
    ...(end === '' ? {} : { end_date: end }),
    ...(number === '' ? {} : { search: number }),
    ...(filters.status === 'all' ? {} : filters.status === 'due' ? { is_due: true } : { status: filters.status }),
    ...(filters.method === '' ? {} : { tender: filters.method }),
    ...(filters.staff === '' ? {} : { staff_id: Number(filters.staff) }),
    ...(least === null ? {} : { total_from: least }),
    ...(most === null ? {} : { total_to: most }),
    ...SORTED[filters.sort],
  };
};

/** One page of what is asked. */
export const listInput = (filters: OrderFilters, today: string, currency: Currency): InputOf<'orders.list'> => ({
  ...questionOfFilters(filters, today, currency),
  page: filters.page,
  per_page: PER_PAGE,
});
