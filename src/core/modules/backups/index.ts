import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { BackupService } from './service.ts';

export { inspectCopy, makeBackup } from './copying.ts';
export { type CrashKind, dismissCrash, latestCrash, writeCrashRecord } from './crash-records.ts';
export { asDiskFailure } from './disk-failure.ts';
export { listBackups } from './folder.ts';
export { putBackUnchanged } from './put-back.ts';
export { restoreIntoFolder } from './restoring.ts';
export { BackupService, type ShopFiles } from './service.ts';
export { backupWork } from './work.ts';

export const backupHandlers = (backups: BackupService): ModuleHandlers => ({
  tasks: {
    'backups.list': async () => backups.list(),
    'backups.create': (ctx) => backups.create('manual', ctx.caller),
    'backups.verify': (_ctx, input) => backups.verify(input.backup_name),
    'backups.preview': (_ctx, input) => backups.preview(input.backup_name),
    'backups.restore': (ctx, input) => backups.restore(input.backup_name, ctx.caller),
    'backups.delete': (ctx, input) => backups.delete(input.backup_name, ctx.caller),
    'setup.discardDemo': async (ctx) => {
      if (!ctx.db.row("SELECT 1 FROM imports WHERE kind = 'demo'"))
        throw new Refusal('not_demo', 'This is not the demo café, so it is not thrown away.');
      return backups.discardDemo(ctx.caller);
    },
    'diagnostics.create': (ctx) => backups.diagnostics(ctx.settings),
  },
});
