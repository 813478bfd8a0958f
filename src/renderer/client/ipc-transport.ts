import type { PosBridge } from '../../contract/bridge.ts';
import { CallFailure } from './failure.ts';
import { makeListeners } from './listeners.ts';
import type { Connection, Transport } from './transport.ts';

const noAnswer = 'Philo POS did not answer. Try again; nothing is done twice.';

/** The desktop app's way: through the preload bridge to the process that owns the data. */
export const makeIpcTransport = (bridge: PosBridge): Transport => {
  const connections = makeListeners<Connection>();
  let connection: Connection = 'unknown';
  const now = (next: Connection) => {
    if (next === connection) return;
    connection = next;
    connections.tell(next);
  };
  return {
    call: async (name, input, options) => {
      try {
        const answer = await bridge.call(name, input, options);
        now('online');
        return answer;
      } catch {
        now('offline');
        throw new CallFailure('offline', noAnswer);
      }
    },
    onChange: (listener) => bridge.on('change', listener),
    onConnection: (listener) => {
      listener(connection);
      const stopOwn = connections.add(listener);
      const stopBridge = bridge.on('connection', now);
      return () => {
        stopOwn();
        stopBridge();
      };
    },
  };
};
