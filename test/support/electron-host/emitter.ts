import { EventEmitter } from 'node:events';

/** What listeners of a preventable event get. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** An emitter that knows which events the stand-in can bring: listening to another would wait for ever, so it is an error. */
export class KnownEvents<N extends string> {
  readonly #emitter = new EventEmitter();
  readonly #known: ReadonlySet<string>;
  readonly #name: string;

  constructor(name: string, known: readonly N[]) {
    this.#name = name;
    this.#known = new Set(known);
  }

  #check(event: string): void {
    if (!this.#known.has(event)) throw new Error(`the stand-in for Electron does not bring ${this.#name} '${event}'`);
  }

  // Electron types each event's listener apart; here they are one.
  on(event: N, listener: (...args: any[]) => void): this {
    this.#check(event);
    this.#emitter.on(event, listener);
    return this;
  }

  once(event: N, listener: (...args: any[]) => void): this {
    this.#check(event);
    this.#emitter.once(event, listener);
    return this;
  }

  emit(event: N, ...args: unknown[]): void {
    this.#emitter.emit(event, ...args);
  }

  hasListener(event: N): boolean {
    return this.#emitter.listenerCount(event) > 0;
  }
}
