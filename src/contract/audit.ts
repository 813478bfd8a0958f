import { z } from 'zod';
import { operation } from './operation.ts';
import { day, instantOut, pageOf, paging } from './primitives.ts';

export const auditRow = z.object({
  id: z.int(),
  timestamp: instantOut(),
  entity_type: z.string(),
  entity_id: z.int().nullable(),
  action: z.string(),
  actor: z.string(),
  /** The manager whose PIN allowed it. */
  approved_by: z.string().nullable(),
  reason: z.string().nullable(),
  door: z.string(),
  ip_address: z.string().nullable(),
  user_agent: z.string().nullable(),
  /** The row before, as the API shows it; null for a create. Money in minor units. */
  old_values: z.unknown().nullable(),
  new_values: z.unknown().nullable(),
  hash: z.string(),
});
export type AuditRow = z.infer<typeof auditRow>;

export const auditOperations = {
  'audit.list': operation({
    method: 'GET',
    url: '/api/v1/audit-logs',
    kind: 'query',
    tag: 'Audit',
    permission: 'audit.view',
    summary: 'Who changed what, newest first',
    query: {
      entity_type: z.string().max(50).optional(),
      entity_id: z.int().optional(),
      action: z.string().max(50).optional(),
      start_date: day().optional(),
      end_date: day().optional(),
      ...paging,
    },
    output: pageOf(auditRow),
  }),
};
