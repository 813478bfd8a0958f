import { makeBackup, verifyBackup } from './copying.ts';
import { makeDiagnostics } from './diagnostics.ts';
import { stageBackup, stageEmptyShop } from './staging.ts';
import { countUndone } from './undone.ts';

/** The slow work over files, each a plain function of plain data, so that it can run in a thread of its own. */
export const backupWork = { makeBackup, verifyBackup, stageBackup, stageEmptyShop, countUndone, makeDiagnostics };
