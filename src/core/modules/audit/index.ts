import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { exportAudit } from './export.ts';
import { auditChoices, listAudit, readAudit } from './queries.ts';
import { verifyChain } from './verification.ts';

export { CHAIN_START, type ChainedRow } from './chain.ts';
export { clockIsBehind, clockSteps, noteClockSetBack } from './clock-watch.ts';
export { erasedContents, missingAtEnd, type StoredRow, walkChain } from './chain-walk.ts';
export { appendAudit, recordAudit } from './record.ts';
export { paperContentHash, redact, redactionDigest, type RedactedPrint, type RedactedRow } from './redaction.ts';

export const auditHandlers: ModuleHandlers = {
  queries: {
    'audit.list': listAudit,
    'audit.get': readAudit,
    'audit.choices': auditChoices,
    'audit.verify': verifyChain,
    'audit.export': exportAudit,
  },
};
