import { BEGIN_SESSIONS } from '../contract/begin-sessions.ts';
import type { Answer } from '../contract/errors.ts';
import { type Caller, nobody } from '../core/kernel/caller.ts';

interface Sessions {
  callerOfSession(token: string, door: 'ipc', origin: { ip: string | null; userAgent: string | null }): Caller | null;
}

/**
 * Who is signed in in which window. The session's token never leaves the main process: a page gets null in its place, so
 * nothing that runs in a page can carry it away.
 */
export class SessionKeeper {
  readonly #tokens = new Map<number, string>();
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  /** Whoever is signed in in this window, or nobody. */
  callerOf(windowId: number): Caller {
    const token = this.#tokens.get(windowId);
    if (token === undefined) return nobody('ipc');
    const caller = this.#sessions.callerOfSession(token, 'ipc', { ip: null, userAgent: null });
    if (!caller) this.#tokens.delete(windowId);
    return caller ?? nobody('ipc');
  }

  /** Keeps or drops the token that an answer brings, and gives the answer as the page may see it. */
  settle(windowId: number, operation: string, answer: Answer<unknown>): Answer<unknown> {
    if (!answer.ok) return answer;
    if (operation === 'session.signOut') this.#tokens.delete(windowId);
    if (!BEGIN_SESSIONS.has(operation)) return answer;
    const value = answer.value as { readonly token: string | null };
    if (value.token !== null) this.#tokens.set(windowId, value.token);
    return { ok: true, value: { ...value, token: null } };
  }

  /** The window is gone. */
  forget(windowId: number): void {
    this.#tokens.delete(windowId);
  }
}
