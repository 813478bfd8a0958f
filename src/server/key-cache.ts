import type { Pos } from '../core/app.ts';
import type { Caller } from '../core/kernel/caller.ts';

/** Short, so that the use of a key is still noted in the database once a minute. */
const KEPT_MS = 20_000;

const MOST_KEPT = 100;

type KnownCaller = Pick<Caller, 'kind' | 'id' | 'name' | 'role' | 'personal'>;

/**
 * Who holds a key, kept between its requests: hashing and looking it up would cost each sale as much as a line of it.
 * Only this process writes the shop's database, and it forgets all keys as soon as one changes.
 */
export class KeyCache {
  readonly #pos: Pos;
  readonly #known = new Map<string, { readonly caller: KnownCaller; readonly until: number }>();

  constructor(pos: Pos) {
    this.#pos = pos;
  }

  callerOf(key: string, from: { ip: string | null; userAgent: string | null }): Caller | null {
    const now = performance.now();
    const known = this.#known.get(key);
    if (known && known.until > now) return { ...known.caller, door: 'http', sessionId: null, ...from };
    const caller = this.#pos.callerOfKey(key, from);
    if (!caller) return null;
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(key, {
      caller: { kind: caller.kind, id: caller.id, name: caller.name, role: caller.role, personal: caller.personal },
      until: now + KEPT_MS,
    });
    return caller;
  }

  /** To be called after every committed change of a key, before its answer is sent. */
  forget(): void {
    this.#known.clear();
  }
}
