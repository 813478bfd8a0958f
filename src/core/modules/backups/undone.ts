import type { Undone } from '../../../contract/backups.ts';
import { Database } from '../../database/database.ts';
import { withCopy } from './copying.ts';

/**
 * What is in the shop and not in the backup. Ids only grow, so everything after the backup's last id came after it; a
 * backup of another shop (its audit ends in a row that this one does not have) undoes everything.
 */
export const countUndone = async (order: { database: string; backup: string }): Promise<Undone> => {
  const shop = Database.openReader(order.database);
  try {
    return withCopy(order.backup, (copy) => shop.snapshot(() => compare(shop, copy)));
  } finally {
    shop.close();
  }
};

const compare = (shop: Database, copy: Database): Undone => {
  const end = copy.row<{ id: number; hash: string }>('SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1');
  const isSame = end !== undefined && shop.row('SELECT 1 FROM audit_log WHERE id = ? AND hash = ?', [end.id, end.hash]) !== undefined;
  const after = (table: string): number =>
    isSame ? (hasTable(copy, table) ? (copy.row<{ id: number }>(`SELECT coalesce(max(rowid), 0) AS id FROM ${table}`)?.id ?? 0) : 0) : -1;
  const count = (table: string, rest = ''): number =>
    shop.row<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE rowid > ?${rest}`, [after(table)])?.n ?? 0;
  return {
    orders: count('orders', ' AND deleted_at IS NULL'),
    payments: count('payments'),
    paid_amount: shop.row<{ n: number }>('SELECT coalesce(sum(amount), 0) AS n FROM payments WHERE rowid > ?', [after('payments')])?.n ?? 0,
    refunds: count('refunds'),
    shifts: count('shifts'),
    z_reports: count('z_reports'),
    changes: count('audit_log'),
    revived_keys: shop
      .rows<{ key_hash: string }>('SELECT key_hash FROM api_keys WHERE revoked_at IS NOT NULL')
      .filter(({ key_hash }) => copy.row('SELECT 1 FROM api_keys WHERE key_hash = ? AND revoked_at IS NULL', [key_hash]) !== undefined)
      .length,
  };
};

/** A backup of an older version lacks what came later. */
const hasTable = (db: Database, table: string): boolean =>
  db.row('SELECT 1 FROM sqlite_master WHERE type = ? AND name = ?', ['table', table]) !== undefined;
