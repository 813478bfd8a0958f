import { mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { App } from 'electron';
import { KnownEvents, PreventableEvent } from './emitter.ts';

type AppEvent = 'second-instance' | 'window-all-closed' | 'will-quit' | 'before-quit' | 'web-contents-created';

/** The data folders in use by running stand-ins, as Electron's lock file keeps them between processes. */
const inUse = new Map<string, AppStandIn>();

export interface AppParts {
  readonly ready: Promise<void>;
  readonly version: string;
  /** Closes every window and answers when all are gone. */
  closeWindows(): Promise<void>;
  exited(code: number): void;
  readonly isPackaged: boolean;
  /** What the program asked of the system, for tests. */
  readonly asked: { relaunches: number; readonly loginItems: object[] };
}

/** Kept equal to Electron's own types, as far as it goes; the events are told apart in emitter.ts. */
type OfferedApp = Pick<
  App,
  | 'isPackaged'
  | 'enableSandbox'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'getLocale'
  | 'getName'
  | 'relaunch'
  | 'setLoginItemSettings'
>;

/** Electron's `app`: the part that src/main uses. */
export class AppStandIn extends KnownEvents<AppEvent> implements OfferedApp {
  readonly isPackaged: boolean;
  sandboxed = false;
  readonly #parts: AppParts;
  readonly #paths = new Map<string, string>([['downloads', tmpdir()]]);
  #isReady = false;
  #isGone = false;
  #lockedFolder: string | null = null;

  constructor(parts: AppParts) {
    super('app', ['second-instance', 'window-all-closed', 'will-quit', 'before-quit', 'web-contents-created']);
    this.#parts = parts;
    this.isPackaged = parts.isPackaged;
    void this.#becomeReady();
  }

  async #becomeReady(): Promise<void> {
    await this.#parts.ready;
    this.#isReady = true;
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() comes too late');
    this.sandboxed = true;
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`the stand-in for Electron has no path '${name}' until the program sets it`);
    return path;
  }

  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true });
    this.#paths.set(name, path);
  }

  getVersion(): string {
    return this.#parts.version;
  }

  getName(): string {
    return 'Philo POS';
  }

  getLocale(): string {
    return 'en-US';
  }

  /** Electron starts the program again after its exit; here that is only noted. */
  relaunch(): void {
    this.#parts.asked.relaunches += 1;
  }

  setLoginItemSettings(settings: Parameters<App['setLoginItemSettings']>[0]): void {
    this.#parts.asked.loginItems.push(settings);
  }

  requestSingleInstanceLock(): boolean {
    const folder = realpathSync(this.getPath('userData'));
    const holder = inUse.get(folder);
    if (holder) {
      holder.emit('second-instance', new PreventableEvent(), [], '');
      return false;
    }
    inUse.set(folder, this);
    this.#lockedFolder = folder;
    return true;
  }

  whenReady(): Promise<void> {
    return this.#parts.ready;
  }

  quit(): void {
    if (this.#isGone) return;
    const before = new PreventableEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    void this.#quitWithoutWindows();
  }

  async #quitWithoutWindows(): Promise<void> {
    await this.#parts.closeWindows();
    const last = new PreventableEvent();
    this.emit('will-quit', last);
    if (!last.defaultPrevented) this.exit(0);
  }

  exit(code = 0): void {
    if (this.#isGone) return;
    this.#isGone = true;
    if (this.#lockedFolder) inUse.delete(this.#lockedFolder);
    this.#parts.exited(code);
  }

  /** The last window is closed: what Electron does when nobody listens is to quit. */
  windowsGone(): void {
    if (this.#isGone) return;
    if (this.hasListener('window-all-closed')) this.emit('window-all-closed');
    else this.quit();
  }
}
