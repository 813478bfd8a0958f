import type { Answer } from './errors.ts';
import type { ChangeEvent, EventName } from './events.ts';

/** A manager who allows one call with their PIN. */
export interface Approval {
  readonly staff_id: number;
  readonly pin: string;
}

/** What a screen may say about a call, besides its input. */
export interface CallOptions {
  /** Makes the call safe to repeat: the same key gives the first answer again. */
  readonly idempotencyKey?: string;
  /** For an act that the person at the till may not do alone. */
  readonly approval?: Approval;
}

/** What each event brings. */
export interface EventPayloads {
  readonly change: ChangeEvent;
  readonly connection: 'online' | 'offline';
}

/** `window.pos` in the desktop app: all that the screens can reach of it. Absent in a browser. */
export interface PosBridge {
  /** Calls an operation of the contract. Refusals come back as data; the promise fails only when the program itself is gone. */
  call(operation: string, input: unknown, options?: CallOptions): Promise<Answer<unknown>>;
  /** Listens to an event; answers how to stop. An unknown name is an error. */
  on<N extends EventName>(event: N, listener: (payload: EventPayloads[N]) => void): () => void;
}
