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
