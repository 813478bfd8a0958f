import type { Conflict, ErrorCode, ErrorData, InputIssue } from '../../contract/errors.ts';

/** `offline`: no answer came, so it is unknown whether the call was done. Repeat it with the same key. */
export type FailureCode = ErrorCode | 'offline';

/** A call that was refused, or that got no answer. `message` is a sentence for the person at the till. */
export class CallFailure extends Error {
  readonly code: FailureCode;
  readonly details: readonly InputIssue[];
  /** Of `stale`. */
  readonly conflict: Conflict | null;

  constructor(code: FailureCode, message: string, details: readonly InputIssue[] = [], conflict: Conflict | null = null) {
    super(message);
    this.name = 'CallFailure';
    this.code = code;
    this.details = details;
    this.conflict = conflict;
  }
}

export const failureOf = (error: ErrorData): CallFailure =>
  new CallFailure(error.code, error.message, error.details, error.conflict ?? null);

/** Whether the shop answered at all; if not, the same attempt may be repeated. */
export const wasAnswered = (error: unknown): boolean => !(error instanceof CallFailure) || error.code !== 'offline';
