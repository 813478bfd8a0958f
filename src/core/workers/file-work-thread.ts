import { parentPort, workerData } from 'node:worker_threads';
import { type FileWorkReply, type FileWorkRequest, replyOfFailure } from './file-work.ts';
import { fileWork } from './file-work-list.ts';

/** A thread that does one piece of slow work over files and ends. */
const { name, order } = workerData as FileWorkRequest;
const work = fileWork[name as keyof typeof fileWork] as (given: unknown) => Promise<unknown>;
const reply = await work(order).then(
  (value): FileWorkReply => ({ ok: true, value }),
  (error: unknown): FileWorkReply => replyOfFailure(error),
);
parentPort?.postMessage(reply);
