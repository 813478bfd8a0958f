import { Worker } from 'node:worker_threads';
import type { Caller } from '../kernel/caller.ts';
import type { Dispatched, QueryWorker } from '../kernel/dispatcher.ts';
import type { Log } from '../kernel/log.ts';

export interface WorkerRequest {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
  readonly caller: Caller;
  readonly nowMs: number;
}

export interface WorkerReply {
  readonly id: number;
  readonly answer: Dispatched;
}

/** The worker's file stands beside this one, as source or built. */
const workerFile = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './query-worker-thread.ts' : './query-worker-thread.js', import.meta.url);

/** Heavy queries on a read-only connection in a thread of their own, so that a report never holds up a sale. */
export const startQueryWorker = (file: string, log: Log): QueryWorker & { close(): Promise<void> } => {
  const pending = new Map<number, (answer: Dispatched) => void>();
  let worker: Worker | null = null;
  let next = 1;
  let closed = false;

  const failAll = (message: string) => {
    for (const resolve of pending.values()) resolve({ ok: false, error: { code: 'internal', message } });
    pending.clear();
  };

  // Started on first use: a till that never looks at a report pays nothing for it.
  const start = (): Worker => {
    const started = new Worker(workerFile(), { workerData: { file } });
    started.unref();
    started.on('message', (reply: WorkerReply) => {
      pending.get(reply.id)?.(reply.answer);
      pending.delete(reply.id);
      if (pending.size === 0) started.unref();
    });
    started.on('error', (error) => {
      log.error({ error: error.message }, 'query worker failed');
      worker = null;
      failAll('The report could not be made. Try again.');
    });
    started.on('exit', () => {
      if (worker === started) worker = null;
      failAll('The report was interrupted. Try again.');
    });
    return started;
  };

  return {
    run: (name, input, caller, nowMs) =>
      new Promise<Dispatched>((resolve) => {
        if (closed) {
          resolve({ ok: false, error: { code: 'closing', message: 'Philo POS is closing.' } });
          return;
        }
        worker ??= start();
        const id = next++;
        pending.set(id, resolve);
        worker.ref();
        worker.postMessage({ id, name, input, caller, nowMs } satisfies WorkerRequest);
      }),
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
};
