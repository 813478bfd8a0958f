import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { exportAudit } from './export.ts';
import { auditChoices, listAudit, readAudit } from './queries.ts';
import { verifyChain } from './verification.ts';

export { CHAIN_START, missingAtEnd, type StoredRow, walkChain } from './chain.ts';
export { appendAudit, recordAudit } from './record.ts';

export const auditHandlers: ModuleHandlers = {
  queries: {
    'audit.list': listAudit,
    'audit.get': readAudit,
    'audit.choices': auditChoices,
    'audit.verify': verifyChain,
    'audit.export': exportAudit,
  },
};
