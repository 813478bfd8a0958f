import type { Pos } from '../core/app.ts';
import type { Log } from '../core/kernel/log.ts';
import { type RunningServer, startServer } from '../server/server.ts';

interface Wanted {
  readonly on: boolean;
  readonly port: number;
}

/**
 * Lets other devices of the network in while the setting says so. Off until the owner switches it on; a shop that nobody owns
 * yet is never opened. What it does is told to the core, for the settings to show.
 */
export class NetworkAccess {
  readonly #pos: Pos;
  readonly #log: Log;
  readonly #stopListening: () => void;
  #server: RunningServer | null = null;
  /** What the server that runs, or that failed, was started for. */
  #tried: Wanted = { on: false, port: 0 };
  /** One change after the other: a port is free only when its server has closed. */
  #turn: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(pos: Pos, log: Log) {
    this.#pos = pos;
    this.#log = log;
    this.#stopListening = pos.onChange(({ topic }) => {
      if (topic === 'settings') this.follow();
    });
  }

  /** Does what the settings say by now. */
  follow(): void {
    this.#turn = this.#turn
      .then(() => this.#apply())
      .catch((error: unknown) => this.#log.error({ error: String(error) }, 'network access'));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopListening();
    await this.#turn;
    await this.#server?.close();
  }

  async #apply(): Promise<void> {
    const { network_access: on, network_port: port } = this.#pos.settings();
    if (this.#closed || (on === this.#tried.on && (!on || port === this.#tried.port))) return;
    this.#tried = { on, port };
    await this.#server?.close();
    this.#server = null;
    if (!on) {
      this.#pos.tellNetwork({});
      this.#log.info({}, 'network access is off');
      return;
    }
    try {
      this.#server = await startServer({ pos: this.#pos, door: 'desktop', host: '0.0.0.0', port, log: this.#log });
      this.#log.info({ port }, 'network access is on');
    } catch (error) {
      const problem = (error as Error).message;
      this.#pos.tellNetwork({ problem });
      this.#log.warn({ error: problem, port }, 'network access could not be opened');
    }
  }
}
