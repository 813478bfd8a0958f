import { appendAudit } from '../audit/index.ts';
import type { ImportRun } from './import-run.ts';

/**
 * The original's audit rows, in their order and with their own time and text, as the first of our chain. It never knew
 * who did it, and its only door was HTTP.
 */
export const importAudit = (run: ImportRun): void => {
  for (const row of run.rows('audit_logs')) {
    const timestamp = row.instant('timestamp');
    const entry = {
      timestamp,
      entity_type: row.text('entity_type'),
      entity_id: row.integerOrNull('entity_id'),
      action: row.text('action'),
      actor: 'Imported',
      approved_by: null,
      reason: null,
      door: 'http',
      ip_address: row.textOrNull('ip_address'),
      user_agent: row.textOrNull('user_agent'),
      old_values: row.textOrNull('old_values'),
      new_values: row.textOrNull('new_values'),
    };
    if (!run.report.isFaulty) appendAudit(run.ctx.db, run.ctx.momentOf(timestamp).business_date, entry);
  }
};
