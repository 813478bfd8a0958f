import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ChangeEvent } from '../contract/events.ts';
import { Refusal } from '../core/kernel/errors.ts';

export const EVENTS_URL = '/api/v1/events';

const HEARTBEAT_MS = 15_000;

/** A listener that lags behind by more than this is cut off; it comes back and refetches. */
const MOST_BUFFERED = 256 * 1024;

const MOST_LISTENERS = 200;

interface Listener {
  readonly response: ServerResponse;
  /** Whether its key or session still holds; asked at every heartbeat. */
  readonly isAllowed: () => boolean;
}

/** Server-sent events: every committed change, to whoever is signed in. They carry no data of the shop, only what to refetch. */
export class EventStream {
  readonly #listeners = new Set<Listener>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor(heartbeatMs = HEARTBEAT_MS) {
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
    this.#heartbeat.unref();
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** Takes over the connection of a request. Throws rate_limited when too many listen already. */
  open(request: FastifyRequest, reply: FastifyReply, isAllowed: () => boolean): void {
    if (this.#listeners.size >= MOST_LISTENERS) throw new Refusal('rate_limited', 'Too many event streams are open.');
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const listener: Listener = { response, isAllowed };
    this.#listeners.add(listener);
    const gone = () => this.#listeners.delete(listener);
    response.on('close', gone).on('error', gone);
    request.raw.socket.setNoDelay(true);
    response.write('retry: 2000\n\n');
  }

  send(event: ChangeEvent): void {
    if (this.#listeners.size === 0) return;
    const text = `event: change\ndata: ${JSON.stringify(event)}\n\n`;
    for (const listener of this.#listeners) this.#write(listener, text);
  }

  /** Ends every stream, so that the server can close. */
  close(): void {
    clearInterval(this.#heartbeat);
    for (const { response } of this.#listeners) response.end();
    this.#listeners.clear();
  }

  #beat(): void {
    for (const listener of this.#listeners) {
      if (listener.isAllowed()) this.#write(listener, ': still here\n\n');
      else listener.response.end();
    }
  }

  #write(listener: Listener, text: string): void {
    if (listener.response.writableLength > MOST_BUFFERED) {
      this.#listeners.delete(listener);
      listener.response.destroy();
      return;
    }
    listener.response.write(text);
  }
}
