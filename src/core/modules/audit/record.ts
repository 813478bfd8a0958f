import type { WriteDatabase } from '../../database/database.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { CHAIN_START, type ChainedRow, chainHash } from './chain.ts';

/** Singular names, as /api/v1/audit-logs gives them (DECISIONS 30). */
export type AuditedEntity =
  | 'Category'
  | 'Item'
  | 'Addon'
  | 'Customer'
  | 'Order'
  | 'Discount'
  | 'Shift'
  | 'Expense'
  | 'Setting'
  | 'Staff'
  | 'ApiKey'
  | 'Session'
  | 'Database'
  | 'Payment'
  | 'PaymentMethod'
  | 'Refund'
  | 'Stock'
  | 'Drawer'
  | 'CashCount'
  | 'ZReport'
  | 'Print'
  | 'HeldTicket'
  | 'TimePunch'
  | 'Pin'
  | 'Export'
  | 'Desktop';

export interface AuditEntry {
  readonly entity: AuditedEntity;
  readonly id: number | null;
  readonly action: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null;
  readonly approvedBy?: string | null;
}

/** Writes what was done, by whom and from where, in the transaction of the change itself. */
export const recordAudit = (ctx: CommandContext, entry: AuditEntry): void => {
  appendAudit(ctx.db, ctx.moment.business_date, {
    timestamp: ctx.now,
    entity_type: entry.entity,
    entity_id: entry.id,
    action: entry.action,
    actor: actorOf(ctx.caller),
    approved_by: entry.approvedBy ?? ctx.approver?.name ?? null,
    reason: entry.reason ?? null,
    door: ctx.caller.door,
    ip_address: ctx.caller.ip,
    user_agent: ctx.caller.userAgent?.slice(0, 500) ?? null,
    old_values: entry.before === undefined || entry.before === null ? null : JSON.stringify(entry.before),
    new_values: entry.after === undefined || entry.after === null ? null : JSON.stringify(entry.after),
  });
};

/** Appends a row to the chain. Imports use it to keep the rows of another program with their own time. */
export const appendAudit = (db: WriteDatabase, businessDate: string, row: ChainedRow): void => {
  const last = db.row<{ hash: string }>('SELECT hash FROM audit_log ORDER BY id DESC LIMIT 1');
  db.execute(
    `INSERT INTO audit_log (timestamp, business_date, entity_type, entity_id, action, actor, approved_by, reason, door, ip_address,
       user_agent, old_values, new_values, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      row.timestamp,
      businessDate,
      row.entity_type,
      row.entity_id,
      row.action,
      row.actor,
      row.approved_by,
      row.reason,
      row.door,
      row.ip_address,
      row.user_agent,
      row.old_values,
      row.new_values,
      chainHash(last?.hash ?? CHAIN_START, row),
    ],
  );
};
