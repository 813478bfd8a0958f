import { EventEmitter } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import type { ClientRequestConstructorOptions } from 'electron';

/**
 * Electron's `net`, over Node's own: plain HTTP to this machine only, which is all that a test may reach. A redirect ends
 * in an error, as nothing of ours answers with one.
 */
export const makeNet = () => ({
  request: (options: ClientRequestConstructorOptions & { readonly headers?: Record<string, string | string[]> }) => {
    const { protocol = 'http:', hostname, port, path, headers, method } = options;
    if (protocol !== 'http:' || (hostname !== '127.0.0.1' && hostname !== 'localhost')) {
      throw new Error(`the stand-in for Electron reaches only this machine, not ${protocol}//${hostname}`);
    }
    const shown = new EventEmitter();
    const sent = httpRequest({ hostname, port, path, headers, method: method ?? 'GET' });
    sent.on('response', (response: IncomingMessage) => {
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400) shown.emit('error', new Error(`the stand-in for Electron follows no redirects (${status})`));
      else shown.emit('response', response);
    });
    for (const event of ['error', 'abort', 'close', 'finish']) sent.on(event, (...args: unknown[]) => shown.emit(event, ...args));
    return Object.assign(shown, {
      setHeader: (name: string, value: string) => sent.setHeader(name, value),
      write: (chunk: string | Buffer) => sent.write(chunk),
      end: (chunk?: string | Buffer) => sent.end(chunk),
      abort: () => sent.destroy(),
    });
  },
});
