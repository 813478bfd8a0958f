import { z } from 'zod';
import { operation } from './operation.ts';
import { day, instantOut, pageOf, paging, pathId } from './primitives.ts';

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

/** What the list can be narrowed by. */
const filters = {
  entity_type: z.string().max(50).optional(),
  entity_id: z.int().optional(),
  action: z.string().max(50).optional(),
  /** Who did it, or whose PIN allowed it: the name as the row has it. */
  person: z.string().max(200).optional(),
  start_date: day().optional(),
  end_date: day().optional(),
};

/** One piece of the chain, verified. */
const chainPiece = z.object({
  /** Rows there are now. */
  rows: z.int(),
  /** Rows of this piece. */
  checked: z.int(),
  /** Give it as `after_id` for the next piece. */
  last_id: z.int(),
  /** Nothing is left after this piece. */
  complete: z.boolean(),
  /** The time of the first row of all; null: there is none yet. */
  since: instantOut().nullable(),
  /** The hash of the last row of this piece. */
  last_hash: z.string().nullable(),
  /** Where the chain is broken, the first ones of this piece. */
  faults: z.array(z.object({ row_id: z.int(), timestamp: instantOut().nullable(), message: z.string() })),
  fault_count: z.int(),
});
export type ChainPiece = z.infer<typeof chainPiece>;

export const auditOperations = {
  'audit.list': operation({
    method: 'GET',
    url: '/api/v1/audit-logs',
    kind: 'query',
    tag: 'Audit',
    permission: 'audit.view',
    summary: 'Who changed what, newest first',
    query: { ...filters, ...paging },
    output: pageOf(auditRow),
    worker: true,
  }),
  'audit.get': operation({
    method: 'GET',
    url: '/api/v1/audit-logs/{audit_id}',
    kind: 'query',
    tag: 'Audit',
    permission: 'audit.view',
    summary: 'One row of the audit',
    errors: ['not_found'],
    entity: 'Audit row',
    path: { audit_id: pathId() },
    output: auditRow,
  }),
  'audit.choices': operation({
    method: 'GET',
    url: '/api/v1/audit-logs/choices',
    kind: 'query',
    tag: 'Audit',
    permission: 'audit.view',
    summary: 'The things, acts and people that the list can be narrowed by',
    output: z.object({ entity_types: z.array(z.string()), actions: z.array(z.string()), people: z.array(z.string()) }),
  }),
  'audit.verify': operation({
    method: 'GET',
    url: '/api/v1/audit-logs/verification',
    kind: 'query',
    tag: 'Audit',
    permission: 'audit.view',
    summary: 'Verify a piece of the chain of hashes; call again with last_id until it is complete',
    query: { after_id: z.int().min(0).default(0), limit: z.int().min(1).max(100_000).default(20_000) },
    output: chainPiece,
    worker: true,
  }),
  'audit.export': operation({
    method: 'GET',
    url: '/api/v1/audit-logs/export.csv',
    kind: 'query',
    tag: 'Audit',
    permission: 'audit.view',
    summary: 'The rows that the filters leave as CSV, newest first, 50,000 at most',
    query: filters,
    output: z.instanceof(Uint8Array),
    media: 'text/csv',
    worker: true,
  }),
};
