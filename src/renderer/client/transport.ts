import type { CallOptions } from '../../contract/bridge.ts';
import type { Answer } from '../../contract/errors.ts';
import type { ChangeEvent } from '../../contract/events.ts';
import type { OperationName } from '../../contract/index.ts';

/** Whether the core can be reached. `unknown` until the first word from it. */
export type Connection = 'unknown' | 'online' | 'offline';

/** One way to the core. Money and rates are integers on this side of it. */
export interface Transport {
  /** Resolves to the envelope; rejects with CallFailure `offline` when no answer came. */
  readonly call: (name: OperationName, input: unknown, options: CallOptions) => Promise<Answer<unknown>>;
  /** Committed changes; null means "some were missed, read again". Answers how to stop. */
  readonly onChange: (listener: (event: ChangeEvent | null) => void) => () => void;
  readonly onConnection: (listener: (connection: Connection) => void) => () => void;
}
