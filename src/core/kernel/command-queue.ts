import type { ChangeEvent } from '../../contract/events.ts';
import type { Database } from '../database/database.ts';
import { CommandContext } from './context.ts';

/** One command waiting for its turn. `run` throws to refuse; its changes are then rolled back and nobody else's. */
export interface QueuedCommand<T> {
  readonly makeContext: () => CommandContext;
  readonly run: (ctx: CommandContext) => T;
  /** After a refusal, in the same transaction: what is to be kept of it (its idempotency record, a wrong PIN). */
  readonly afterRefusal?: (ctx: CommandContext, error: unknown) => void;
}

interface Waiting {
  readonly command: QueuedCommand<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { ok: true; value: unknown; context: CommandContext } | { ok: false; error: unknown; context?: CommandContext };

/** Bounds how long one turn may hold the event loop; the rest waits for the next turn. */
const MOST_IN_A_TURN = 64;

/**
 * Runs commands one after the other. All that wait in one turn of the event loop share one transaction and one commit,
 * each in its own savepoint; they are answered only after that commit is on disk (docs/adr/0001).
 */
export class CommandQueue {
  readonly #database: Database;
  readonly #publish: (events: readonly ChangeEvent[]) => void;
  readonly #before: (ctx: CommandContext) => void;
  #waiting: Waiting[] = [];
  #scheduled = false;
  #closed = false;
  #idle: (() => void)[] = [];

  /** `before` runs ahead of every command, as part of it. */
  constructor(
    database: Database,
    publish: (events: readonly ChangeEvent[]) => void,
    before: (ctx: CommandContext) => void = () => undefined,
  ) {
    this.#database = database;
    this.#publish = publish;
    this.#before = before;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  add<T>(command: QueuedCommand<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ command, resolve: resolve as (value: unknown) => void, reject });
      this.#schedule();
    });
  }

  /** Takes no more commands and waits until all that were taken are on disk. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#waiting.length > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    const batch = this.#waiting.splice(0, MOST_IN_A_TURN);
    this.#scheduled = false;
    if (this.#waiting.length > 0) this.#schedule();
    this.#settle(batch, this.#runBatch(batch));
    if (this.#waiting.length === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }

  #runBatch(batch: readonly Waiting[]): Outcome[] {
    let outcomes: Outcome[] = [];
    try {
      this.#database.execute('BEGIN IMMEDIATE');
      outcomes = batch.map((waiting) => this.#runOne(waiting.command));
      if (!this.#database.raw.inTransaction) throw new Error('the transaction ended before its commit');
      this.#database.execute('COMMIT');
      return outcomes;
    } catch (error) {
      // Nothing of the whole turn is on disk: every command of it failed.
      if (this.#database.raw.inTransaction) this.#database.execute('ROLLBACK');
      for (const outcome of outcomes) outcome.context?.undoOutside();
      return batch.map(() => ({ ok: false, error }));
    }
  }

  #runOne(command: QueuedCommand<unknown>): Outcome {
    let context: CommandContext | undefined;
    this.#database.execute('SAVEPOINT command');
    try {
      context = command.makeContext();
      this.#before(context);
      const value = command.run(context);
      this.#database.execute('RELEASE command');
      return { ok: true, value, context };
    } catch (error) {
      context?.undoOutside();
      this.#database.execute('ROLLBACK TO command');
      if (context) command.afterRefusal?.(context, error);
      this.#database.execute('RELEASE command');
      return { ok: false, error };
    }
  }

  #settle(batch: readonly Waiting[], outcomes: readonly Outcome[]): void {
    const events: ChangeEvent[] = [];
    batch.forEach((waiting, index) => {
      const outcome = outcomes[index];
      if (outcome?.ok) {
        events.push(...outcome.context.events);
        waiting.resolve(outcome.value);
      } else {
        waiting.reject(outcome?.error);
      }
    });
    if (events.length > 0) this.#publish(events);
  }
}
