import { instantFromMs } from '../../../domain/business-day.ts';
import { MAX_MONEY, type Money, parseDecimal } from '../../../domain/money.ts';
import type { ImportReport } from './import-report.ts';
import type { PhiloTable } from './philo-schema.ts';

/** `2026-03-01 06:00:00.123456`, UTC: how the original stores every time. */
const STORED_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?$/;
const LONGEST_TEXT = 100_000;
/** Binary noise of sums and products (70.19999999999997) is far below it, a real third decimal far above. */
const NOISE = 1e-6;

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * One row of the original with readers that trust nothing: each answers a value of its kind and reports anything else as
 * a fault. After a fault the answer is a stand-in that is never stored, since a faulty import stores nothing.
 */
export class PhiloRow {
  readonly #row: Readonly<Record<string, unknown>>;
  readonly #table: PhiloTable;
  readonly #report: ImportReport;
  readonly #decimals: number;
  readonly id: number;

  constructor(row: Readonly<Record<string, unknown>>, from: { table: PhiloTable; report: ImportReport; decimals: number }) {
    this.#row = row;
    this.#table = from.table;
    this.#report = from.report;
    this.#decimals = from.decimals;
    this.id = this.integer('id', { min: 1 });
  }

  /** "orders 12", for texts. */
  get label(): string {
    return `${this.#table} ${this.id}`;
  }

  fault(text: string): void {
    this.#report.fault(`${this.label}: ${text}`);
  }

  warn(text: string): void {
    this.#report.warn(`${this.label}: ${text}`);
  }

  /** Tells the final check that a stored figure is not the source's to the minor unit, by `table.column`. */
  noteAdjusted(column: string): void {
    this.#report.noteRounded(column);
  }

  #wrong(column: string, expected: string): void {
    const value = this.#row[column];
    const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : Buffer.isBuffer(value) ? 'a blob' : String(value);
    this.#report.fault(`${this.#table} ${String(this.#row['id'])}: ${column} is ${shown}, not ${expected}`);
  }

  isNull(column: string): boolean {
    return this.#row[column] === null;
  }

  integer(column: string, bounds: Bounds = {}): number {
    const value = this.#row[column];
    const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = bounds;
    if (typeof value === 'bigint' && value >= BigInt(min) && value <= BigInt(max)) return Number(value);
    this.#wrong(column, min > 0 ? 'a positive whole number' : 'a whole number in bounds');
    return Math.max(min, 0);
  }

  integerOrNull(column: string, bounds: Bounds = {}): number | null {
    return this.isNull(column) ? null : this.integer(column, bounds);
  }

  flag(column: string): 0 | 1 {
    const value = this.#row[column];
    if (value === 0n || value === 1n) return value === 1n ? 1 : 0;
    this.#wrong(column, 'yes or no');
    return 0;
  }

  text(column: string): string {
    const value = this.#row[column];
    if (typeof value === 'string' && value.length <= LONGEST_TEXT) return value;
    this.#wrong(column, typeof value === 'string' ? `text of at most ${LONGEST_TEXT} characters` : 'text');
    return '';
  }

  textOrNull(column: string): string | null {
    return this.isNull(column) ? null : this.text(column);
  }

  choice<T extends string>(column: string, choices: readonly T[]): T {
    const value = this.#row[column];
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    this.#wrong(column, `one of ${choices.join(', ')}`);
    return choices[0] as T;
  }

  /** A finite number as stored. */
  number(column: string): number {
    const value = this.#row[column];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.#wrong(column, 'a number');
    return 0;
  }

  /**
   * An amount in minor units. One with more decimals than the currency has is rounded half away from zero with a
   * warning; in a currency without decimals that would change every price, so there it is a fault.
   */
  amount(column: string, bounds: Bounds = {}): Money {
    const value = this.number(column);
    const { min = 0, max = MAX_MONEY } = bounds;
    const minor = this.#minor(column, value);
    if (minor >= min && minor <= max) return minor;
    this.#wrong(column, min > 0 ? 'an amount above zero' : min === 0 ? 'an amount of zero or more' : 'an amount in bounds');
    return Math.max(min, 0);
  }

  amountOrNull(column: string, bounds: Bounds = {}): Money | null {
    return this.isNull(column) ? null : this.amount(column, bounds);
  }

  #minor(column: string, value: number): number {
    const exact = parseDecimal(value, this.#decimals);
    if (exact !== null) return exact;
    // Shifting the decimal point in the text keeps 1.005 at exactly 100.5, where multiplying would not.
    const scaled = Number(`${value}e${this.#decimals}`);
    const shifted = Number.isNaN(scaled) ? value * 10 ** this.#decimals : scaled;
    if (!Number.isFinite(shifted)) return Number.POSITIVE_INFINITY;
    const rounded = Math.sign(shifted) * Math.round(Math.abs(shifted));
    if (Math.abs(shifted - rounded) <= NOISE) return rounded === 0 ? 0 : rounded;
    if (this.#decimals < 2) {
      this.#wrong(column, `an amount in a currency of ${this.#decimals} decimals: set the shop's currency first`);
      return 0;
    }
    this.warn(`${column} ${value} has more decimals than the currency; kept as ${rounded / 10 ** this.#decimals}`);
    this.#report.noteRounded(`${this.#table}.${column}`);
    return rounded === 0 ? 0 : rounded;
  }

  /** A time, to the millisecond (cut, not rounded), as our instants are written. */
  instant(column: string): string {
    const value = this.#row[column];
    const match = typeof value === 'string' ? STORED_TIME.exec(value) : null;
    const text = match ? `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z` : '';
    const ms = Date.parse(text);
    // A day that the calendar does not have (31 April) would be moved on silently.
    if (!Number.isNaN(ms) && instantFromMs(ms) === text) return text;
    this.#wrong(column, 'a time as the original writes it');
    return '1970-01-01T00:00:00.000Z';
  }

  instantOrNull(column: string): string | null {
    return this.isNull(column) ? null : this.instant(column);
  }
}
