import BetterSqlite3 from 'better-sqlite3';
import { type Compilable, type CompiledQuery, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Tables } from './tables.ts';

/** Builds SQL and nothing else: statements run synchronously through the cache below, never through Kysely's driver. */
export const sqlBuilder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

const CACHED_STATEMENTS = 400;

type Built<T> = Compilable<T> | CompiledQuery<T>;
const compiled = <T>(query: Built<T>): CompiledQuery<T> => ('compile' in query ? query.compile() : query);

/** What queries may do: read, one statement at a time, synchronously. */
export interface ReadDatabase {
  readonly q: typeof sqlBuilder;
  all<T>(query: Built<T>): T[];
  first<T>(query: Built<T>): T | undefined;
  /** Rows of hand-written SQL; `parameters` are bound by position. */
  rows<T>(sql: string, parameters?: readonly unknown[]): T[];
  row<T>(sql: string, parameters?: readonly unknown[]): T | undefined;
  /** Runs several reads so that all see one state of the data, whatever another connection commits between them. */
  snapshot<T>(read: () => T): T;
}

/** What commands may do. Only the command queue opens and ends transactions. */
export interface WriteDatabase extends ReadDatabase {
  /** Runs a change; answers the rows it touched and the id it made. */
  run(query: Built<unknown>): { changes: number; id: number };
  execute(sql: string, parameters?: readonly unknown[]): { changes: number; id: number };
}

/** One connection with a bounded cache of prepared statements. */
export class Database implements WriteDatabase {
  readonly q = sqlBuilder;
  readonly raw: BetterSqlite3.Database;
  readonly #statements = new Map<string, BetterSqlite3.Statement>();

  constructor(raw: BetterSqlite3.Database) {
    this.raw = raw;
  }

  /** Opens the file for the one writer of its folder: WAL, and every commit on disk before it is answered. */
  static openWriter(file: string): Database {
    const raw = new BetterSqlite3(file);
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('foreign_keys = ON');
    raw.pragma('busy_timeout = 5000');
    raw.pragma('cache_size = -32000');
    raw.pragma('temp_store = MEMORY');
    // Larger than the default 1000 pages: a checkpoint costs two syncs, and none of them may fall into every second sale.
    raw.pragma('wal_autocheckpoint = 8000');
    raw.pragma('trusted_schema = OFF');
    return new Database(raw);
  }

  /** A second connection that cannot write: reports, exports, verification. */
  static openReader(file: string): Database {
    const raw = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
    raw.pragma('busy_timeout = 5000');
    raw.pragma('cache_size = -32000');
    raw.pragma('temp_store = MEMORY');
    raw.pragma('trusted_schema = OFF');
    raw.pragma('query_only = ON');
    return new Database(raw);
  }

  #statement(sql: string): BetterSqlite3.Statement {
    let statement = this.#statements.get(sql);
    if (statement) return statement;
    statement = this.raw.prepare(sql);
    if (this.#statements.size >= CACHED_STATEMENTS) {
      const oldest = this.#statements.keys().next().value;
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    this.#statements.set(sql, statement);
    return statement;
  }

  all<T>(query: Built<T>): T[] {
    const { sql, parameters } = compiled(query);
    return this.#statement(sql).all(...parameters) as T[];
  }

  first<T>(query: Built<T>): T | undefined {
    const { sql, parameters } = compiled(query);
    return this.#statement(sql).get(...parameters) as T | undefined;
  }

  rows<T>(sql: string, parameters: readonly unknown[] = []): T[] {
    return this.#statement(sql).all(...parameters) as T[];
  }

  row<T>(sql: string, parameters: readonly unknown[] = []): T | undefined {
    return this.#statement(sql).get(...parameters) as T | undefined;
  }

  snapshot<T>(read: () => T): T {
    if (this.raw.inTransaction) return read();
    this.raw.exec('BEGIN');
    try {
      return read();
    } finally {
      this.raw.exec('COMMIT');
    }
  }

  run(query: Built<unknown>): { changes: number; id: number } {
    const { sql, parameters } = compiled(query);
    return this.execute(sql, parameters);
  }

  execute(sql: string, parameters: readonly unknown[] = []): { changes: number; id: number } {
    const result = this.#statement(sql).run(...parameters);
    return { changes: result.changes, id: Number(result.lastInsertRowid) };
  }

  /** The steps SQLite takes for a query; for tests that a query uses its index. */
  explain(query: Built<unknown>): string[] {
    const { sql, parameters } = compiled(query);
    const rows = this.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
    return rows.map((row) => row.detail);
  }

  close(): void {
    if (!this.raw.open) return;
    if (!this.raw.readonly) this.raw.pragma('optimize');
    this.#statements.clear();
    this.raw.close();
  }
}
