import { Worker } from 'node:worker_threads';
import type { Caller } from '../kernel/caller.ts';
import type { Dispatched, QueryWorker } from '../kernel/dispatcher.ts';
import type { reportTasks } from '../modules/reports/index.ts';
import type { Log } from '../kernel/log.ts';

/** What the program itself has the worker do, beside the contract's queries. */
type WorkerTask = keyof typeof reportTasks;

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

interface StartedWorker extends QueryWorker {
  /** Answers what the task answers; rejects where it fails. */
  task<T>(name: WorkerTask, input: object, caller: Caller, nowMs: number): Promise<T>;
  close(): Promise<void>;
}

/** Heavy queries on a read-only connection in a thread of their own, so that a report never holds up a sale. */
export const startQueryWorker = (file: string, log: Log): StartedWorker => {
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

  const ask = (name: string, input: unknown, caller: Caller, nowMs: number): Promise<Dispatched> =>
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
    });

  return {
    run: ask,
    task: async <T>(name: WorkerTask, input: object, caller: Caller, nowMs: number) => {
      const answer = await ask(name, input, caller, nowMs);
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value as T;
    },
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
};
