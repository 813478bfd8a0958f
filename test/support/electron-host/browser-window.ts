import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { BrowserContext } from 'playwright-core';
import { KnownEvents, PreventableEvent } from './emitter.ts';
import { type ContentsParts, WebContentsStandIn } from './web-contents.ts';

type WindowEvent = 'ready-to-show' | 'close' | 'closed' | 'unresponsive' | 'responsive' | 'session-end';

export interface WindowHost {
  readonly context: BrowserContext;
  readonly contents: Omit<ContentsParts, 'preload'>;
  created(window: BrowserWindowStandIn): void;
  closed(window: BrowserWindowStandIn): void;
}

/** The stand-in is like a sandboxed, isolated page only; a window that asks for less must not pass here. */
const preloadOf = ({ webPreferences = {} }: BrowserWindowConstructorOptions): string => {
  const { contextIsolation, nodeIntegration, sandbox, webSecurity, preload } = webPreferences;
  if (contextIsolation === false || nodeIntegration === true || sandbox === false || webSecurity === false) {
    throw new Error('a window must be isolated, sandboxed and without Node');
  }
  if (preload === undefined) throw new Error('a window needs its preload script');
  return preload;
};

/** Kept equal to Electron's own types, as far as it goes. */
type OfferedWindow = Pick<
  BrowserWindow,
  | 'isDestroyed'
  | 'isKiosk'
  | 'setKiosk'
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'isMinimized'
  | 'maximize'
  | 'isMaximized'
  | 'getNormalBounds'
>;

/** Electron's BrowserWindow over one page of Chromium. */
export class BrowserWindowStandIn extends KnownEvents<WindowEvent> implements OfferedWindow {
  readonly contents: WebContentsStandIn;
  readonly webContents: WebContentsStandIn;
  readonly #host: WindowHost;
  readonly #attached: Promise<unknown>;
  readonly #bounds: Rectangle;
  isShown = false;
  isFocused = false;
  #isMaximized = false;
  #isKiosk = false;
  #isGone = false;

  constructor(host: WindowHost, options: BrowserWindowConstructorOptions) {
    super('BrowserWindow', ['ready-to-show', 'close', 'closed', 'unresponsive', 'responsive', 'session-end']);
    this.#host = host;
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.contents = new WebContentsStandIn({ ...host.contents, preload: preloadOf(options) });
    this.webContents = this.contents.face;
    this.contents.once('destroyed', () => this.#gone());
    host.created(this);
    this.#attached = this.#attach();
    // Told by loadURL, where the program waits for it.
    this.#attached.catch(() => {});
  }

  async #attach(): Promise<void> {
    const page = await this.contents.attach(this.#host.context);
    await page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
  }

  async loadURL(address: string): Promise<void> {
    await this.#attached;
    await this.contents.load(address);
    this.emit('ready-to-show');
  }

  show(): void {
    this.isShown = true;
  }

  focus(): void {
    this.isFocused = true;
  }

  restore(): void {}

  isMinimized(): boolean {
    return false;
  }

  setKiosk(flag: boolean): void {
    this.#isKiosk = flag;
  }

  isKiosk(): boolean {
    return this.#isKiosk;
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  getNormalBounds(): Rectangle {
    return this.#bounds;
  }

  /** As the user's click on the cross: asks the program first. */
  async close(): Promise<void> {
    const event = new PreventableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    await this.#attached.catch(() => {});
    if (!(await this.contents.mayUnload())) return;
    await this.contents.page?.close();
    this.contents.destroy();
  }

  #gone(): void {
    this.#isGone = true;
    this.emit('closed');
    this.#host.closed(this);
  }
}
