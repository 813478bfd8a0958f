import { randomUUID } from 'node:crypto';
import type { Answer, ErrorCode } from '../../contract/errors.ts';
import { type OperationName, allOperations, findOperation } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import type { Settings } from '../../contract/settings.ts';
import { OVERRIDABLE, type Permission, personMay } from '../../domain/permissions.ts';
import type { ReadDatabase, WriteDatabase } from '../database/database.ts';
import { type Approver, type Caller, callerMay, idempotencyScope } from './caller.ts';
import type { Clock } from './clock.ts';
import type { CommandQueue } from './command-queue.ts';
import { CommandContext, notAllowed, QueryContext } from './context.ts';
import { Refusal } from './errors.ts';
import type { CommandHandler, ModuleHandlers, Preparation, QueryHandler, TaskHandler } from './handlers.ts';
import { hashRequest, type IdempotentRequest, recallAnswer, rememberAnswer } from './idempotency.ts';
import { inputIssues } from '../../contract/input-issues.ts';
import type { Log } from './log.ts';

/** Calls beyond it are logged with their operation: the process that owns the database must stay free. */
const SLOW_MS = 40;

export interface DispatchOptions {
  /** Makes the call safe to repeat: the same key gives the first answer again (DECISIONS 18). */
  readonly idempotencyKey?: string | undefined;
  /** A manager's PIN, for an act that the caller may not do alone. Both names are kept. */
  readonly approval?: Approval | undefined;
  /** The input before the door converted it, so that faults echo what was sent. */
  readonly raw?: unknown;
}

export interface Approval {
  readonly staff_id: number;
  readonly pin: string;
}

/** The answer, and whether it is an earlier one given again. */
export type Dispatched = Answer<unknown> & { readonly replayed?: boolean };

export type Dispatch = (name: string, input: unknown, caller: Caller, options?: DispatchOptions) => Promise<Dispatched>;

/** Refusals that the same call, sent again with the same key, may get over: with a manager's PIN, or after a wait. */
const NOT_REMEMBERED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['idempotency_mismatch', 'approval_needed', 'wrong_pin', 'locked_out']);

/** Runs heavy queries elsewhere on a read-only connection. */
export interface QueryWorker {
  run(name: OperationName, input: unknown, caller: Caller, nowMs: number): Promise<Dispatched>;
}

export interface DispatcherParts {
  readonly database: WriteDatabase;
  readonly queue: CommandQueue;
  readonly modules: readonly ModuleHandlers[];
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly worker: QueryWorker | null;
  /** The installation's own, outside the database. */
  readonly secret: string;
  /** Checks a manager's PIN, with all that protects PINs from guessing. Throws wrong_pin or locked_out. */
  readonly approve: (approval: Approval, caller: Caller) => Promise<Approver>;
}

interface Registered {
  readonly op: Operation;
  readonly query?: QueryHandler<OperationName>;
  readonly command?: CommandHandler<OperationName>;
  readonly task?: TaskHandler<OperationName>;
  readonly preparation?: Preparation<OperationName>;
}

/** Every operation of the contract with its one handler; a missing, doubled or misplaced one stops the program at start. */
export const registerHandlers = (modules: readonly ModuleHandlers[]): ReadonlyMap<string, Registered> => {
  const registry = new Map<string, Registered>();
  const known = new Map(allOperations());
  for (const { queries = {}, commands = {}, tasks = {}, preparations = {} } of modules) {
    for (const [kind, handlers] of [
      ['query', queries],
      ['command', commands],
      ['task', tasks],
    ] as const) {
      for (const [name, handler] of Object.entries(handlers)) {
        const op = known.get(name as OperationName);
        if (!op || op.kind !== kind) throw new Error(`${name} is handled as a ${kind}, but the contract has no such ${kind}`);
        if (registry.has(name)) throw new Error(`${name} has two handlers`);
        const preparation = preparations[name as OperationName];
        registry.set(name, { op, [kind]: handler, ...(preparation ? { preparation } : {}) });
      }
    }
  }
  for (const name of known.keys()) if (!registry.has(name)) throw new Error(`${name} has no handler`);
  return registry;
};

/** The one way into the core: validation, permission, then the query, or the command through the queue. */
export const makeDispatch = (parts: DispatcherParts): Dispatch => {
  const registry = registerHandlers(parts.modules);
  const { queue, settings, clock, log } = parts;

  const contextFor = <D extends ReadDatabase>(db: D, caller: Caller, nowMs: number) =>
    new QueryContext<D>({ db, caller, nowMs, settings, log });

  const command = async (
    name: string,
    entry: Registered,
    input: never,
    caller: Caller,
    approver: Approver | null,
    options: DispatchOptions,
  ): Promise<Dispatched> => {
    if (queue.isClosed) throw new Refusal('closing', 'Philo POS is closing. Nothing was changed.');
    const nowMs = clock.now();
    const prepared = entry.preparation ? await entry.preparation(contextFor(parts.database, caller, nowMs), input) : undefined;
    const request: IdempotentRequest | undefined = options.idempotencyKey
      ? {
          scope: idempotencyScope(caller),
          key: options.idempotencyKey,
          operation: name,
          requestHash: hashRequest(name, input, parts.secret),
        }
      : undefined;
    const afterRefusal = (ctx: CommandContext, error: unknown) => {
      if (!(error instanceof Refusal)) return;
      error.keep?.(ctx);
      if (request && !NOT_REMEMBERED.has(error.code)) rememberAnswer(ctx.db, request, { ok: false, error: error.toData() }, ctx.nowMs);
    };
    return queue.add<Dispatched>({
      makeContext: () => new CommandContext({ db: parts.database, caller, nowMs: clock.now(), settings, log, approver }),
      run: (ctx) => {
        const earlier = request && recallAnswer(ctx.db, request);
        if (earlier) return { ...earlier, replayed: true };
        const value = (entry.command as CommandHandler<OperationName>)(ctx, input, prepared);
        const answer: Answer<unknown> = { ok: true, value };
        if (request) rememberAnswer(ctx.db, request, answer, ctx.nowMs);
        return answer;
      },
      afterRefusal,
    });
  };

  const run = async (name: string, input: unknown, caller: Caller, options: DispatchOptions): Promise<Dispatched> => {
    const entry = registry.get(name);
    const op = findOperation(name);
    if (!entry || !op) throw new Refusal('route_not_found', 'Not Found');
    const needsApproval = authorize(op, caller, options);
    const approver = options.approval && op.permission !== 'public' ? await approverOf(op, caller, options.approval, needsApproval) : null;
    const parsed = op.input.safeParse(input);
    if (!parsed.success) {
      const issues = inputIssues(op, parsed.error, options.raw ?? input);
      throw new Refusal('invalid_input', issues.map((issue) => `${issue.loc.join('.')}: ${issue.msg}`).join('; '), issues);
    }
    if (op.kind === 'command') return command(name, entry, parsed.data as never, caller, approver, options);
    const nowMs = clock.now();
    if (op.worker && parts.worker) return parts.worker.run(name as OperationName, parsed.data, caller, nowMs);
    const value = await (entry.task ?? entry.query)?.(contextFor(parts.database, caller, nowMs), parsed.data);
    return { ok: true, value };
  };

  /** The manager whose PIN came with the call; refuses one who may not allow it either. */
  const approverOf = async (op: Operation, caller: Caller, approval: Approval, needed: boolean): Promise<Approver> => {
    const approver = await parts.approve(approval, caller);
    const permission = op.permission as Permission;
    if (needed && !personMay(approver.role, approver.personal, permission)) throw notAllowed(permission, op.summary, true);
    return approver;
  };

  return async (name, input, caller, options = {}) => {
    const started = performance.now();
    try {
      return await run(name, input, caller, options);
    } catch (error) {
      return refusalOf(error, name, log);
    } finally {
      const took = performance.now() - started;
      if (took > SLOW_MS && findOperation(name)?.kind !== 'task') log.warn({ operation: name, duration_ms: Math.round(took) }, 'slow call');
    }
  };
};

/** Refuses a caller who may not do this at all; answers whether it takes a manager's PIN, which came with the call. */
const authorize = (op: Operation, caller: Caller, options: DispatchOptions): boolean => {
  if (op.permission === 'public') return false;
  if (!caller.role)
    throw new Refusal('unauthenticated', 'Not authenticated: send an API key as "Authorization: Bearer <key>", or sign in.');
  if (callerMay(caller, op.permission)) return false;
  if (!OVERRIDABLE.has(op.permission))
    throw new Refusal('forbidden', `The role ${caller.role} may not do this (it needs ${op.permission}).`);
  if (!options.approval) throw notAllowed(op.permission, op.summary, false);
  return true;
};

/** A refusal as data; anything else is a bug: logged with a reference, answered without its inside. */
export const refusalOf = (error: unknown, operation: string, log: Log): Dispatched => {
  if (error instanceof Refusal) return { ok: false, error: error.toData() };
  const reference = randomUUID();
  const err = error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { message: String(error) };
  log.error({ operation, reference, err }, 'call failed');
  return {
    ok: false,
    error: { code: 'internal', message: `Something went wrong inside Philo POS; nothing was changed. Reference ${reference}.` },
  };
};
