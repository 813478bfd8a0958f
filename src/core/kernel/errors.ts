import type { Conflict, ErrorCode, ErrorData, InputIssue } from '../../contract/errors.ts';
import type { CommandContext } from './context.ts';

/** An expected refusal: rolls its command back and is answered as data. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: readonly InputIssue[] | undefined;
  /** What stays although the command is rolled back, such as the note of a wrong PIN; runs in the same transaction. */
  readonly keep: ((ctx: CommandContext) => void) | undefined;
  /** Of `stale`. */
  conflict: Conflict | undefined;

  constructor(code: ErrorCode, message: string, details?: readonly InputIssue[], keep?: (ctx: CommandContext) => void) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
    this.keep = keep;
  }

  toData(): ErrorData {
    return {
      code: this.code,
      message: this.message,
      ...(this.details ? { details: this.details } : {}),
      ...(this.conflict ? { conflict: this.conflict } : {}),
    };
  }
}

/** "<Entity> with id <id> not found", the words of ORIGINAL.md section 1. */
export const notFound = (entity: string, id: number): Refusal => new Refusal('not_found', `${entity} with id ${id} not found`);

/** Refuses to delete a row that has another version than the caller saw: what is deleted was looked at as it is. */
export const refuseStaleDelete = (entity: string, current: { readonly version: number }, ifVersion: number | undefined): void => {
  if (ifVersion !== undefined && ifVersion !== current.version) throw staleRow(entity, current, ifVersion);
};

const staleRow = (entity: string, current: { readonly version: number }, ifVersion: number): Refusal =>
  new Refusal('stale', `${entity} was changed meanwhile (version ${current.version}, not ${ifVersion}). Look at it again.`);

/** Refuses a change made from another version than the row has now; `current` is the row as the operation answers it. */
export const refuseStale = <R extends { readonly version: number }>(
  entity: string,
  current: R,
  ifVersion: number | undefined,
  patch: Partial<Record<keyof R, unknown>>,
): void => {
  if (ifVersion === undefined || ifVersion === current.version) return;
  const refusal = staleRow(entity, current, ifVersion);
  const sent = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  refusal.conflict = { current, yours: { ...current, ...sent } };
  throw refusal;
};

/** One faulty field found by a rule that the schema cannot know. `field` is a top-level key of the body. */
export const invalidField = (field: string, type: string, msg: string, input?: unknown): Refusal =>
  new Refusal('invalid_input', msg, [{ type, loc: ['body', field], msg, input }]);
