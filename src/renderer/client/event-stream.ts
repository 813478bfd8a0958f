import type { ChangeEvent } from '../../contract/events.ts';
import type { Connection } from './transport.ts';

const RETRY_MS = 2000;

/**
 * Server-sent events of committed changes. The browser reconnects by itself after a dropped line, but gives up after an
 * HTTP error, so that is retried here. After every reconnection the listener gets null: something may have been missed.
 */
export const makeEventStream = (
  url: string,
  tell: { change: (event: ChangeEvent | null) => void; connection: (state: Connection) => void },
) => {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;

  const open = () => {
    if (source !== null || typeof EventSource === 'undefined') return;
    clearTimeout(retry);
    const opened = new EventSource(url);
    source = opened;
    const onData = (message: MessageEvent<string>) => tell.change(JSON.parse(message.data) as ChangeEvent);
    opened.addEventListener('change', onData);
    opened.addEventListener('open', () => {
      tell.connection('online');
      if (wasLost) tell.change(null);
      wasLost = false;
    });
    opened.addEventListener('error', () => {
      wasLost = true;
      tell.connection('offline');
      if (opened.readyState !== EventSource.CLOSED) return;
      source = null;
      retry = setTimeout(open, RETRY_MS);
    });
  };

  const close = () => {
    clearTimeout(retry);
    // What is changed while nobody is signed in is not heard, so the next opening reads again.
    wasLost ||= source !== null;
    source?.close();
    source = null;
  };

  return { open, close };
};
