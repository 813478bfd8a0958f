import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { Database } from '../database/database.ts';
import { QueryContext } from '../kernel/context.ts';
import { Refusal } from '../kernel/errors.ts';
import { silentLog } from '../kernel/log.ts';
import { type ExportMessage, type ExportTask, writeExport } from '../modules/exporting/index.ts';
import { readSettings } from '../modules/settings/index.ts';

/** The thread that writes one export to its file and ends. What to write comes parsed and authorised. */
// On Linux this is the thread's own: where cores are few, the till's thread comes first. Elsewhere it would be the whole program's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

const { file, task } = workerData as { file: string; task: ExportTask };
const tell = (message: ExportMessage) => parentPort?.postMessage(message);
const database = Database.openReader(file);
try {
  const settings = readSettings(database);
  const ctx = new QueryContext({ db: database, caller: task.caller, nowMs: task.nowMs, settings: () => settings, log: silentLog });
  const written = await writeExport(ctx, task, (rows, total) => tell({ kind: 'progress', rows, total }));
  tell({ kind: 'done', ...written });
} catch (error) {
  tell({
    kind: 'failed',
    problem: error instanceof Refusal ? error.message : null,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
} finally {
  database.close();
}
