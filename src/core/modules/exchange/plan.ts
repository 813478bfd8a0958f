import type { ImportCheck } from '../../../contract/exchange.ts';
import { contract, type InputOf, type OperationName, type ParsedInputOf } from '../../../contract/index.ts';
import type { CommandContext } from '../../kernel/context.ts';
import type { CommandHandlers } from '../../kernel/handlers.ts';
import { catalogHandlers } from '../catalog/index.ts';
import { customerHandlers } from '../customers/index.ts';
import { stockHandlers } from '../stock/index.ts';
import type { Read, Reader } from './cells.ts';
import type { CsvRow } from './csv.ts';
import { Faults } from './faults.ts';

const SAMPLE = 50;

/** One row that something is to be done about. */
export interface Act {
  readonly line: number;
  readonly act: 'create' | 'change';
  readonly what: string;
  readonly detail: string;
  readonly carryOut: (ctx: CommandContext) => void;
}

/** What a file would do, made by reading alone. */
export class Plan {
  readonly faults = new Faults();
  readonly acts: Act[] = [];
  rows = 0;
  unchanged = 0;

  summary(): ImportCheck {
    const created = this.acts.filter((one) => one.act === 'create').length;
    return {
      rows: this.rows,
      created,
      changed: this.acts.length - created,
      unchanged: this.unchanged,
      faults: this.faults.list,
      fault_count: this.faults.count,
      sample: this.acts.slice(0, SAMPLE).map(({ line, act, what, detail }) => ({ line, act, what, detail })),
    };
  }

  /**
   * Reads a row's cells. Against a row that exists, a cell that says what the export would write is no change, whatever
   * it is written like. Null where any cell is bad.
   */
  read(
    row: CsvRow,
    readers: Readonly<Record<string, Reader>>,
    existing: Readonly<Record<string, string>> | null,
  ): Record<string, unknown> | null {
    const values: Record<string, unknown> = {};
    let isGood = true;
    for (const [column, reader] of Object.entries(readers)) {
      const cell = row.cells[column];
      if (cell === undefined || cell === existing?.[column]) continue;
      // An empty cell of a new row is the same as no cell, where the column is not a must.
      if (existing === null && cell === '') continue;
      const read: Read = reader(cell);
      if ('value' in read) values[column] = read.value;
      else {
        this.faults.add(row.line, column, read.fault, cell);
        isGood = false;
      }
    }
    return isGood ? values : null;
  }

  /** The operation's own bounds, told at the columns. Null where they are broken. */
  check<N extends OperationName>(
    row: CsvRow,
    name: N,
    input: Readonly<Record<string, unknown>>,
    columnOf: Readonly<Record<string, string>>,
  ): ParsedInputOf<N> | null {
    const parsed = contract[name].input.safeParse(input);
    if (parsed.success) return parsed.data as ParsedInputOf<N>;
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0] ?? '');
      const column = columnOf[field] ?? field;
      const isMissing = input[field] === undefined;
      this.faults.add(row.line, column, isMissing ? 'is missing' : issue.message, row.cells[column] ?? '');
    }
    return null;
  }
}

const handlers: CommandHandlers = Object.assign({}, ...[catalogHandlers, stockHandlers, customerHandlers].map((module) => module.commands));

/** Runs an operation's own handler, so that an import writes the same audit, movements and events as a person would. */
export const perform = <N extends OperationName>(ctx: CommandContext, name: N, input: InputOf<N>): { id: number } => {
  const handler = handlers[name];
  if (!handler) throw new Error(`${name} is not a command that an import may run`);
  return handler(ctx, contract[name].input.parse(input) as ParsedInputOf<N>, undefined) as { id: number };
};

/** `price 4.50 → 5.00, available yes → no`: for people to look at. */
export const difference = (row: CsvRow, values: Readonly<Record<string, unknown>>, existing: Readonly<Record<string, string>>): string =>
  Object.keys(values)
    .map((column) => `${column} ${existing[column] || '–'} → ${row.cells[column] || '–'}`)
    .join(', ');

/** Rows by a key of theirs: a file of thousands of rows looks into thousands of rows. */
export const indexed = <R, K>(rows: readonly R[], keyOf: (row: R) => K): ReadonlyMap<K, readonly R[]> => {
  const index = new Map<K, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const same = index.get(key);
    if (same) same.push(row);
    else index.set(key, [row]);
  }
  return index;
};

/** Finds a row by the id in its `id` cell. `undefined`: no id given; null: the id is unknown or bad, and was told. */
export const byId = <R>(plan: Plan, row: CsvRow, rows: ReadonlyMap<number, R>): R | null | undefined => {
  const cell = row.cells['id']?.trim() ?? '';
  if (cell === '') return undefined;
  const found = /^\d{1,15}$/.test(cell) ? rows.get(Number(cell)) : undefined;
  if (found) return found;
  plan.faults.add(row.line, 'id', 'is unknown here. Leave the id empty to add a new one', cell);
  return null;
};
