import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { listAudit } from './queries.ts';

export { CHAIN_START, type ChainedRow, chainHash } from './chain.ts';
export { appendAudit, recordAudit } from './record.ts';
export { paperContentHash, redact, redactionDigest, type RedactedPrint, type RedactedRow, rowContentHash } from './redaction.ts';

export const auditHandlers: ModuleHandlers = { queries: { 'audit.list': listAudit } };
