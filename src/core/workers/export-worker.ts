import { Worker } from 'node:worker_threads';
import type { ExportMessage, ExportTask, StartExport } from '../modules/exporting/index.ts';

/** Far above what writing in pieces needs; a report that wants more fails alone, and the till goes on. */
const MOST_MEGABYTES = 384;

/** The thread's file stands beside this one, as source or built. */
const threadFile = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './export-worker-thread.ts' : './export-worker-thread.js', import.meta.url);

/** Writes one export in a thread of its own, on a read-only connection of its own. */
export const startExportWorker =
  (file: string): StartExport =>
  (task, tell) => {
    let ended = false;
    const end = (message: ExportMessage) => {
      if (ended) return;
      ended = true;
      tell(message);
    };
    const worker = new Worker(threadFile(), {
      workerData: { file, task } satisfies { file: string; task: ExportTask },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    worker.on('message', (message: ExportMessage) => (message.kind === 'progress' ? tell(message) : end(message)));
    worker.on('error', (error) => end({ kind: 'failed', problem: null, error: error.message }));
    worker.on('exit', () => end({ kind: 'failed', problem: null, error: 'the thread ended before its file' }));
    return async () => {
      ended = true;
      await worker.terminate();
    };
  };
