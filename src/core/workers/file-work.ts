import { Worker } from 'node:worker_threads';
import type { ErrorCode } from '../../contract/errors.ts';
import { DataFolderError } from '../database/data-folder-error.ts';
import { Refusal } from '../kernel/errors.ts';
import type { FileWork } from './file-work-list.ts';

export interface FileWorkRequest {
  readonly name: string;
  readonly order: unknown;
}

export type FileWorkReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode | null; readonly message: string };

type Done<N extends keyof FileWork> = Awaited<ReturnType<FileWork[N]>>;

/** Does slow work over files away from the till. */
export interface FileWorker {
  run<N extends keyof FileWork>(name: N, order: Parameters<FileWork[N]>[0]): Promise<Done<N>>;
  /** Stops what is under way. */
  close(): Promise<void>;
}

/** The worker's file stands beside this one, as source or built. */
const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './file-work-thread.ts' : './file-work-thread.js', import.meta.url);

/** A thread for each piece of work, gone with it: what it read into memory goes too. */
export const startFileWorker = (): FileWorker => {
  const running = new Set<Worker>();
  let closed = false;
  const run = <N extends keyof FileWork>(name: N, order: Parameters<FileWork[N]>[0]): Promise<Done<N>> => {
    if (closed) return Promise.reject(new Refusal('closing', 'Philo POS is closing.'));
    return new Promise((resolve, reject) => {
      const worker = new Worker(workerFile(), { workerData: { name, order } satisfies FileWorkRequest });
      running.add(worker);
      worker.once('message', (reply: FileWorkReply) => {
        if (reply.ok) resolve(reply.value as Done<N>);
        else reject(reply.code === null ? new Error(reply.message) : new Refusal(reply.code, reply.message));
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        running.delete(worker);
        // After a message this changes nothing.
        reject(new Refusal('closing', 'Interrupted: Philo POS is closing.'));
      });
    });
  };
  return {
    run,
    close: async () => {
      closed = true;
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
};

/** The same in this process: for the command line and for tests with a set clock. */
export const inlineFileWorker = async (): Promise<FileWorker> => {
  const { fileWork } = await import('./file-work-list.ts');
  return {
    run: (name, order) => (fileWork[name] as (order: unknown) => Promise<never>)(order),
    close: async () => {},
  };
};

/** A failure as plain data: refusals keep their code on the way out of the thread. */
export const replyOfFailure = (error: unknown): FileWorkReply => {
  if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message };
  if (error instanceof DataFolderError) return { ok: false, code: 'unsupported_file', message: error.message };
  return { ok: false, code: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
};
