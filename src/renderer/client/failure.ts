import type { ErrorCode, ErrorData, InputIssue } from '../../contract/errors.ts';

/** `offline`: no answer came, so it is unknown whether the call was done. Repeat it with the same key. */
export type FailureCode = ErrorCode | 'offline';

/** A call that was refused, or that got no answer. `message` is a sentence for the person at the till. */
export class CallFailure extends Error {
  readonly code: FailureCode;
  readonly details: readonly InputIssue[];

  constructor(code: FailureCode, message: string, details: readonly InputIssue[] = []) {
    super(message);
    this.name = 'CallFailure';
    this.code = code;
    this.details = details;
  }
}

export const failureOf = (error: ErrorData): CallFailure => new CallFailure(error.code, error.message, error.details);

/** Whether the shop answered at all; if not, the same attempt may be repeated. */
export const wasAnswered = (error: unknown): boolean => !(error instanceof CallFailure) || error.code !== 'offline';
