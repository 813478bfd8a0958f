import { parentPort, workerData } from 'node:worker_threads';
import type { OperationName } from '../../contract/index.ts';
import { Database } from '../database/database.ts';
import { QueryContext } from '../kernel/context.ts';
import { refusalOf } from '../kernel/dispatcher.ts';
import type { QueryHandler } from '../kernel/handlers.ts';
import { silentLog } from '../kernel/log.ts';
import { auditHandlers } from '../modules/audit/index.ts';
import { customerHandlers } from '../modules/customers/index.ts';
import { exchangeHandlers } from '../modules/exchange/index.ts';
import { printingHandlers } from '../modules/printing/index.ts';
import { reportHandlers, reportTasks } from '../modules/reports/index.ts';
import { readSettings } from '../modules/settings/index.ts';
import { stockHandlers } from '../modules/stock/index.ts';
import type { WorkerReply, WorkerRequest } from './query-worker.ts';

/** The thread that runs heavy queries. Inputs come parsed and authorised from the dispatcher. */
const database = Database.openReader((workerData as { file: string }).file);
const handlers = new Map(
  Object.entries({
    ...auditHandlers.queries,
    ...reportHandlers.queries,
    ...printingHandlers.queries,
    ...stockHandlers.queries,
    ...customerHandlers.queries,
    ...exchangeHandlers(null).queries,
    ...reportTasks,
  }),
) as Map<string, QueryHandler<OperationName>>;

parentPort?.on('message', async (request: WorkerRequest) => {
  const reply = async (): Promise<WorkerReply['answer']> => {
    try {
      const handler = handlers.get(request.name);
      if (!handler) throw new Error(`${request.name} does not run in the worker`);
      const settings = readSettings(database);
      const ctx = new QueryContext({
        db: database,
        caller: request.caller,
        nowMs: request.nowMs,
        settings: () => settings,
        log: silentLog,
      });
      return { ok: true, value: await handler(ctx, request.input as never) };
    } catch (error) {
      return refusalOf(error, request.name, silentLog);
    }
  };
  const answer = await reply();
  parentPort?.postMessage({ id: request.id, answer } satisfies WorkerReply);
});
