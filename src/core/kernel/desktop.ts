import type { DesktopState, UpdateState } from '../../contract/desktop.ts';
import type { WorkUnderWay } from '../../domain/updates.ts';
import type { Caller } from './caller.ts';
import { Refusal } from './errors.ts';

/** What the desktop app does for the core's operations: the core itself knows no windows and no installer. */
export interface DesktopPort {
  state(): Omit<DesktopState, 'is_desktop'>;
  /** The screens tell what would be interrupted. */
  tellWork(work: Pick<WorkUnderWay, 'open_ticket' | 'counting'>): void;
  leaveKiosk(): void;
  dismissCrash(): void;
  updates(): UpdateState;
  /** Looks and fetches; resolves when the looking is over. */
  checkForUpdate(): Promise<void>;
  /** Null: asks for the folder. */
  takeUpdateFrom(folder: string | null): Promise<void>;
  /** Refuses with update_blocked and disk_failed; when it resolves, the program is about to end. */
  installUpdate(): Promise<void>;
}

const REMOTE: DesktopState = { is_desktop: false, kiosk: false, crash: null };

/** The place where the desktop app, if there is one, plugs itself in. */
export class DesktopLink {
  #port: DesktopPort | null = null;
  readonly #version: string;

  constructor(version: string) {
    this.#version = version;
  }

  attach(port: DesktopPort): void {
    this.#port = port;
  }

  /** The desktop app, for a call from its own screens. Refuses every other caller with only_desktop. */
  for(caller: Caller): DesktopPort {
    if (!this.#port || caller.door !== 'ipc') throw new Refusal('only_desktop', 'This works only in the Philo POS app at the till itself.');
    return this.#port;
  }

  stateFor(caller: Caller): DesktopState {
    return this.#port && caller.door === 'ipc' ? { is_desktop: true, ...this.#port.state() } : REMOTE;
  }

  updates(): UpdateState {
    return (
      this.#port?.updates() ?? {
        mode: 'not_installed',
        state: 'idle',
        current_version: this.#version,
        version: null,
        percent: null,
        checked_at: null,
        blocked_by: [],
        problem: null,
      }
    );
  }
}
