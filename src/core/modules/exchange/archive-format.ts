import { z } from 'zod';
import type { Database } from '../../database/database.ts';

export const ARCHIVE_FORMAT = 1;
export const MANIFEST_NAME = 'manifest.json';
export const partName = (table: string): string => `tables/${table}.jsonl`;

/** What is the machine's and not the shop's: it would be wrong or worth nothing elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set(['schema_migrations', 'sessions', 'idempotency_keys', 'pin_failures']);

/**
 * Secrets never leave in an archive: who gets it could try four digits against a hash. In their place stands what fits
 * nothing, so everybody needs a new PIN and every integrator a new key.
 */
export const WITHHELD: Readonly<Record<string, Readonly<Record<string, (row: Readonly<Record<string, unknown>>) => string>>>> = {
  staff: { pin_hash: () => 'withheld' },
  api_keys: { key_hash: (row) => `withheld:${String(row['id'])}` },
};

export const archiveManifest = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  program: z.literal('philo-pos'),
  program_version: z.string().max(50),
  schema_version: z.int().min(1),
  created_at: z.string().max(40),
  shop_name: z.string().max(200),
  currency: z.string().max(10),
  /** The last id that each table gave out: an id is never given twice, here or there. */
  last_ids: z.record(z.string(), z.int().min(0)),
  parts: z
    .array(
      z.strictObject({
        name: z.string().max(100),
        table: z.string().max(60),
        rows: z.int().min(0),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(200),
});
export type ArchiveManifest = z.infer<typeof archiveManifest>;

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

/** The tables that an archive holds, by name. */
export const archivedTables = (db: Database): string[] =>
  db
    .rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
    .map((row) => row.name)
    .filter((name) => !LEFT_OUT.has(name));

export const columnsOf = (db: Database, table: string): Column[] => db.raw.pragma(`table_info("${table}")`) as Column[];
