import Papa from 'papaparse';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { countRows, filterOf, partOfRows, type StoredAuditRow } from './queries.ts';

/** So that the file still opens in a spreadsheet, and the export is bounded. */
const MOST_ROWS = 50_000;

const COLUMNS = [
  'id',
  'timestamp',
  'business_date',
  'actor',
  'approved_by',
  'action',
  'entity_type',
  'entity_id',
  'reason',
  'door',
  'ip_address',
  'user_agent',
  'old_values',
  'new_values',
  'hash',
] as const satisfies readonly (keyof StoredAuditRow)[];

/** The filtered rows as CSV (UTF-8 with a byte-order mark, for spreadsheets). A cell never begins a formula. */
export const exportAudit = (ctx: QueryContext, input: ParsedInputOf<'audit.export'>): Uint8Array<ArrayBuffer> => {
  const filter = filterOf(input);
  const rows = ctx.db.snapshot(() => partOfRows(ctx, filter, countRows(ctx, filter), MOST_ROWS, 0));
  const data = rows.map((row) => COLUMNS.map((column) => row[column]));
  return new TextEncoder().encode(`\uFEFF${Papa.unparse({ fields: [...COLUMNS], data }, { escapeFormulae: true })}\r\n`);
};
