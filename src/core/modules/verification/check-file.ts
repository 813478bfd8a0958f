import BetterSqlite3 from 'better-sqlite3';
import { loadMigrations } from '../../database/migrations.ts';
import type { Check } from './check.ts';

/** SQLite's own check of pages, indexes and constraints. */
export const checkIntegrity: Check = (db, findings) => {
  findings.checked = db.raw.pragma('page_count', { simple: true }) as number;
  const found = db.raw.pragma('integrity_check(1000)') as { integrity_check: string }[];
  for (const { integrity_check: text } of found) if (text !== 'ok') findings.fault(text.replaceAll(/\s+/g, ' '));
};

/** Every reference points to a row. */
export const checkForeignKeys: Check = (db, findings) => {
  const broken = db.raw.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[];
  findings.checked =
    db.row<{ n: number }>("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND sql LIKE '%REFERENCES%'")?.n ?? 0;
  for (const row of broken) findings.fault(`row ${row.rowid} of ${row.table} refers to a missing row of ${row.parent}`);
};

interface SchemaRow {
  type: string;
  name: string;
  sql: string;
}

const SCHEMA =
  "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'schema_migrations'";

/** The tables, indexes and triggers are those that the migrations make: a trigger that guarded the audit is not gone. */
export const checkSchema: Check = (db, findings) => {
  const model = new BetterSqlite3(':memory:');
  try {
    for (const migration of loadMigrations()) model.exec(migration.sql);
    const expected = model.prepare<[], SchemaRow>(SCHEMA).all();
    const found = new Map(db.rows<SchemaRow>(SCHEMA).map((row) => [`${row.type} ${row.name}`, row.sql]));
    findings.checked = expected.length;
    for (const { type, name, sql } of expected) {
      const ours = found.get(`${type} ${name}`);
      found.delete(`${type} ${name}`);
      if (ours === undefined) findings.fault(`${type} ${name} is missing`);
      else if (ours !== sql) findings.fault(`${type} ${name} was changed`);
    }
    for (const name of found.keys()) findings.fault(`${name} does not belong here`);
  } finally {
    model.close();
  }
};

/** The expressions of a table's CHECKs, from the SQL that made it. */
const checksOf = (sql: string): string[] => {
  const expressions: string[] = [];
  for (const match of sql.matchAll(/\bCHECK\s*\(/g)) {
    let depth = 1;
    let quoted = false;
    let end = match.index + match[0].length;
    const start = end;
    for (; depth > 0 && end < sql.length; end += 1) {
      const letter = sql[end];
      if (letter === "'") quoted = !quoted;
      else if (!quoted && letter === '(') depth += 1;
      else if (!quoted && letter === ')') depth -= 1;
    }
    expressions.push(sql.slice(start, end - 1));
  }
  return expressions;
};

/** Every row keeps its table's CHECKs. SQLite's own check leaves them out on a connection that only reads. */
export const checkConstraints: Check = (db, findings) => {
  for (const { name, sql } of db.rows<SchemaRow>(`${SCHEMA} AND type = 'table'`)) {
    const expressions = checksOf(sql);
    findings.checked += expressions.length;
    if (expressions.length === 0) continue;
    const id = /\bid INTEGER PRIMARY KEY/.test(sql) ? 'min(id)' : 'NULL';
    const broken = db.row<{ n: number; first: number | null }>(
      `SELECT count(*) AS n, ${id} AS first FROM ${name} WHERE ${expressions.map((expression) => `NOT (${expression})`).join(' OR ')}`,
    );
    if (broken && broken.n > 0)
      findings.fault(
        `${broken.n} rows of ${name} hold what it does not allow${broken.first === null ? '' : `, the first is ${broken.first}`}`,
      );
  }
};

/** Ids are never used twice: the counter of each table is at least its highest id. */
export const checkSequences: Check = (db, findings) => {
  const tables = db.rows<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' ORDER BY name",
  );
  findings.checked = tables.length;
  for (const { name } of tables) {
    const highest = db.row<{ id: number | null }>(`SELECT max(id) AS id FROM ${name}`)?.id ?? 0;
    const counter = db.row<{ seq: number }>('SELECT seq FROM sqlite_sequence WHERE name = ?', [name])?.seq ?? 0;
    if (counter < highest) findings.fault(`the counter of ${name} stands at ${counter}, below its highest id ${highest}`);
  }
};
