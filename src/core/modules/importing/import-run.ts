import type BetterSqlite3 from 'better-sqlite3';
import { formatMoney, type Money } from '../../../domain/money.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { ImportReport } from './import-report.ts';
import { PhiloRow } from './philo-row.ts';
import type { PhiloTable } from './philo-schema.ts';

type RawRow = Record<string, unknown>;

/** One import while it runs: where it reads, where it writes and what it found. */
export class ImportRun {
  readonly ctx: CommandContext;
  readonly report: ImportReport;
  readonly #source: BetterSqlite3.Database;
  readonly #decimals: number;

  constructor(ctx: CommandContext, source: BetterSqlite3.Database, report: ImportReport) {
    this.ctx = ctx;
    this.report = report;
    this.#source = source;
    this.#decimals = ctx.currency.decimals;
  }

  /** An amount in minor units for people to read. */
  money(minor: Money): string {
    return formatMoney(minor, this.ctx.currency, 'en');
  }

  /** The same source, with what is found told to nobody: for a first look before the rows are read for good. */
  quietly(): ImportRun {
    return new ImportRun(this.ctx, this.#source, new ImportReport());
  }

  #read(table: PhiloTable, row: RawRow): PhiloRow {
    return new PhiloRow(row, { table, report: this.report, decimals: this.#decimals });
  }

  /** All rows of a table by id, one at a time. Whole numbers come as bigint, so none loses digits unseen. */
  *rows(table: PhiloTable): Generator<PhiloRow> {
    const rows = this.#source.prepare<[], RawRow>(`SELECT * FROM ${table} ORDER BY id`).safeIntegers(true).iterate();
    for (const row of rows) yield this.#read(table, row);
  }

  /** A look-up of the rows that belong to another row, by id. */
  rowsOf(table: PhiloTable, column: string): (id: number) => PhiloRow[] {
    const statement = this.#source.prepare<[number], RawRow>(`SELECT * FROM ${table} WHERE ${column} = ? ORDER BY id`).safeIntegers(true);
    return (id) => statement.all(id).map((row) => this.#read(table, row));
  }

  /** Writes a row, unless a fault was found already: then the rest is only read, so that all faults are told at once. */
  write(sql: string, parameters: readonly unknown[]): void {
    if (!this.report.isFaulty) this.ctx.db.execute(sql, parameters);
  }
}
