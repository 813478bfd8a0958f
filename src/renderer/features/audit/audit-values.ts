import type { AuditRow } from '../../../contract/audit.ts';
import type { Formats } from '../session/session.tsx';

/** Fields of a row that hold minor units. */
const MONEY = new Set([
  'amount',
  'cash_sales',
  'change_given',
  'closing_cash',
  'counted',
  'difference',
  'discount_amount',
  'due',
  'expected',
  'expected_cash',
  'left_in_drawer',
  'opening_cash',
  'over_short',
  'over_short_comment_above',
  'paid',
  'price',
  'rounding',
  'subtotal',
  'tax_amount',
  'tendered',
  'tip',
  'total',
  'unit_price',
]);
/** Fields that hold parts per million. */
const RATES = new Set(['tax_rate', 'discount_cap_cashier', 'discount_cap_manager']);
/** What changes with every change and tells nobody anything. */
const SILENT = new Set(['updated_at', 'version', 'search_text', 'name_key']);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One field of a row, before and after, in words. Undefined: it was not there. */
export interface ValuePair {
  readonly field: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly changed: boolean;
}

type Write = (field: string, value: unknown) => string;

/** How values of the audit are written for people. */
export const valueWriter =
  (formats: Pick<Formats, 'money' | 'rate' | 'dateTime'>, words: { yes: string; no: string; nothing: string }): Write =>
  (field, value) => {
    if (value === null || value === undefined || value === '') return words.nothing;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return MONEY.has(field) ? formats.money(value) : RATES.has(field) ? formats.rate(value) : String(value);
    if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? formats.dateTime(value) : value;
    return JSON.stringify(value, null, 2);
  };

/** Every field of a row with its values before and after; changed ones first where there is a before. */
export const pairsOf = (row: Pick<AuditRow, 'old_values' | 'new_values'>, write: Write): ValuePair[] => {
  const before = asFields(row.old_values);
  const after = asFields(row.new_values);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !SILENT.has(field));
  const pairs = fields.map((field) => ({
    field,
    before: Object.hasOwn(before, field) ? write(field, before[field]) : undefined,
    after: Object.hasOwn(after, field) ? write(field, after[field]) : undefined,
    changed: row.old_values !== null && JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  }));
  return pairs.sort((a, b) => Number(b.changed) - Number(a.changed));
};

const asFields = (values: unknown): Record<string, unknown> => (isObject(values) ? values : values === null ? {} : { value: values });

/** What the thing is called, where the row says it. */
export const nameInRow = (row: Pick<AuditRow, 'old_values' | 'new_values'>): string | null => {
  for (const values of [row.new_values, row.old_values]) {
    if (!isObject(values)) continue;
    for (const field of ['name', 'order_number', 'refund_number', 'category', 'description']) {
      const value = values[field];
      if (typeof value === 'string' && value !== '') return value;
    }
  }
  return null;
};
