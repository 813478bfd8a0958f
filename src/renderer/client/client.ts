import { BEGIN_SESSIONS } from '../../contract/begin-sessions.ts';
import type { CallOptions } from '../../contract/bridge.ts';
import { findOperation, type InputOf, type OperationName, type OutputOf } from '../../contract/index.ts';
import { failureOf } from './failure.ts';
import type { Transport } from './transport.ts';

/** The screens' one way to the core. */
export interface Client {
  /** Resolves to the operation's output (money in minor units, rates in ppm); rejects with CallFailure. */
  readonly call: <N extends OperationName>(name: N, input: InputOf<N>, options?: CallOptions) => Promise<OutputOf<N>>;
  readonly onChange: Transport['onChange'];
  readonly onConnection: Transport['onConnection'];
}

/** A client on a transport. Every command gets a key of its own unless the caller brings one. */
export const makeClient = (transport: Transport): Client => ({
  call: async (name, input, options = {}) => {
    // Signing in goes without a key: its answer holds a token, which must not be kept to be given again.
    const takesKey = findOperation(name)?.kind === 'command' && !name.startsWith('session.') && !BEGIN_SESSIONS.has(name);
    const key = takesKey ? (options.idempotencyKey ?? crypto.randomUUID()) : undefined;
    const { approval } = options;
    const answer = await transport.call(name, input, { ...(key ? { idempotencyKey: key } : {}), ...(approval ? { approval } : {}) });
    if (!answer.ok) throw failureOf(answer.error);
    return answer.value as OutputOf<typeof name>;
  },
  onChange: transport.onChange,
  onConnection: transport.onConnection,
});
