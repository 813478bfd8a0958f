import { create } from 'zustand';
import type { Approval } from '../../contract/bridge.ts';
import { CallFailure, type FailureCode } from './failure.ts';

/** A call that waits for a manager. The dialog of features/approval shows it. */
export interface PendingApproval {
  /** The act in words; null where the caller gave none: then `refusal` says it. */
  readonly what: string | null;
  readonly refusal: CallFailure;
  /** Repeats the call with the PIN. Answers why another try may help, or null when the dialog is no longer needed. */
  readonly submit: (approval: Approval) => Promise<CallFailure | null>;
  readonly cancel: () => void;
}

export const useApprovals = create<{ pending: PendingApproval | null }>(() => ({ pending: null }));

/** After these the manager may try again; anything else is the call's own answer. */
const TRY_AGAIN: ReadonlySet<FailureCode> = new Set<FailureCode>(['wrong_pin', 'locked_out', 'rate_limited', 'approval_needed', 'offline']);

/**
 * Makes a call that may need a manager's PIN: refused with approval_needed, it asks for one in place and repeats the call
 * with it. Rejects with that refusal when nobody allows it. `what` names the act for the manager ("Giving $4.50 back").
 */
export const withApproval = async <T>(attempt: (approval?: Approval) => Promise<T>, what: string | null = null): Promise<T> => {
  try {
    return await attempt();
  } catch (refusal) {
    if (!(refusal instanceof CallFailure) || refusal.code !== 'approval_needed') throw refusal;
    return askManager(attempt, what, refusal);
  }
};

const askManager = <T>(attempt: (approval: Approval) => Promise<T>, what: string | null, refusal: CallFailure): Promise<T> => {
  // One question at a time: whoever asked before is answered no.
  useApprovals.getState().pending?.cancel();
  return new Promise<T>((resolve, reject) => {
    const done = () => useApprovals.setState((state) => (state.pending === pending ? { pending: null } : state));
    const pending: PendingApproval = {
      what,
      refusal,
      submit: async (approval) => {
        try {
          resolve(await attempt(approval));
        } catch (error) {
          if (error instanceof CallFailure && TRY_AGAIN.has(error.code)) return error;
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        done();
        return null;
      },
      cancel: () => {
        done();
        reject(refusal);
      },
    };
    useApprovals.setState({ pending });
  });
};
