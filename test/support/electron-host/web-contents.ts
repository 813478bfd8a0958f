import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import type { BrowserContext, Frame, Page, Route } from 'playwright-core';
import { inBrowser, inProgram } from './addresses.ts';
import { makeCodec } from './codec.js';
import { KnownEvents, PreventableEvent } from './emitter.ts';
import type { IpcMainStandIn } from './ipc-main.ts';
import { onlyOffered } from './offered.ts';

type ContentsEvent =
  | 'will-navigate'
  | 'will-redirect'
  | 'will-frame-navigate'
  | 'will-attach-webview'
  | 'render-process-gone'
  | 'will-prevent-unload'
  | 'destroyed';
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

export interface ContentsParts {
  readonly ipcMain: IpcMainStandIn;
  readonly schemes: ReadonlyMap<string, SchemeHandler>;
  /** Addresses that a page asked for and that are not the program's own. */
  readonly strayRequests: string[];
  /** The preload script's file. */
  readonly preload: string;
}

const { encode, decode } = makeCodec();
const NAMES = { invoke: '__philoHostInvoke', receive: '__philoHostReceive', open: '__philoHostOpen' };
const sideText = readFileSync(fileURLToPath(new URL('./page-side.js', import.meta.url)), 'utf8').replace('export const', 'const');

let nextId = 1;

/** Kept equal to Electron's own types, as far as it goes. */
type OfferedContents = Pick<WebContents, 'id' | 'isDestroyed' | 'setWindowOpenHandler' | 'send' | 'reload' | 'forcefullyCrashRenderer'>;

/** One page of Chromium in the place of one of Electron's: preload, IPC, the program's own scheme, and the guards. */
export class WebContentsStandIn extends KnownEvents<ContentsEvent> implements OfferedContents {
  readonly id = nextId++;
  page: Page | null = null;
  /** This object as the program sees it: the same one each time. */
  readonly face: this;
  readonly #parts: ContentsParts;
  #openHandler: OpenHandler | null = null;
  #queue: unknown[][] = [];
  #deliver: ((text: string) => void) | null = null;
  #isDestroyed = false;
  #loading: string | null = null;

  constructor(parts: ContentsParts) {
    super('webContents', [
      'will-navigate',
      'will-redirect',
      'will-frame-navigate',
      'will-attach-webview',
      'render-process-gone',
      'will-prevent-unload',
      'destroyed',
    ]);
    this.#parts = parts;
    this.face = onlyOffered('webContents', this);
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#isDestroyed) throw new Error('Object has been destroyed');
    this.#queue.push([channel, ...args]);
    this.#flush();
  }

  reload(): void {
    // One that is overtaken, by another one or by the window's end, is no fault of the program.
    this.page?.reload().catch(() => {});
  }

  /** The page's process ended by itself, as Electron tells it. What the page showed stays in Chromium until it is loaded again. */
  gone(reason: string): void {
    this.emit('render-process-gone', new PreventableEvent(), { reason, exitCode: 1 });
  }

  /** The page is asked before it is unloaded; where it objects, so is the program, which may overrule it. */
  async mayUnload(): Promise<boolean> {
    const objects = await this.page
      ?.evaluate("(() => { const e = new Event('beforeunload', { cancelable: true }); dispatchEvent(e); return e.defaultPrevented; })()")
      .catch(() => false);
    if (objects !== true) return true;
    const event = new PreventableEvent();
    this.emit('will-prevent-unload', event);
    return event.defaultPrevented;
  }

  forcefullyCrashRenderer(): void {
    this.gone('killed');
  }

  /** Opens the page and puts everything beside it; nothing is loaded yet. */
  async attach(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    this.page = page;
    page.on('close', () => this.destroy());
    page.on('crash', () => this.emit('render-process-gone', new PreventableEvent(), { reason: 'crashed', exitCode: 1 }));
    page.on('popup', (popup) => {
      this.#askToOpen(popup.url(), '', '');
      void popup.close();
    });
    await page.exposeBinding(NAMES.invoke, ({ frame }, channel: string, args: string) => this.#invoke(frame, channel, args));
    await page.exposeBinding(NAMES.receive, (_source, isNewDocument: boolean) => this.#receive(isNewDocument));
    await page.exposeBinding(NAMES.open, (_source, url: string, name: string, features: string) => this.#askToOpen(url, name, features));
    await page.route('**/*', (route) => this.#answer(route));
    const preload = readFileSync(this.#parts.preload, 'utf8');
    await page.addInitScript({
      content: `(() => {\n${sideText}\nbesideThePage(${makeCodec.toString()}, ${JSON.stringify(NAMES)}, (require, module, exports) => {\n${preload}\n});\n})();`,
    });
    return page;
  }

  /** The program itself loads an address: that asks no guard. */
  async load(address: string): Promise<void> {
    const { page } = this;
    if (!page) throw new Error('the window has no page yet');
    this.#loading = address;
    try {
      await page.goto(inBrowser(address));
    } finally {
      this.#loading = null;
    }
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.emit('destroyed');
  }

  async #invoke(frame: Frame, channel: string, args: string): Promise<string> {
    const parent = frame.parentFrame();
    const senderFrame = { url: inProgram(frame.url()), parent: parent ? { url: inProgram(parent.url()) } : null };
    // Of Electron's frame and contents, what src/main reads of them; the rest throws by being absent.
    const event = {
      sender: this.face as unknown as WebContents,
      senderFrame: senderFrame as unknown as WebFrameMain,
    } as IpcMainInvokeEvent;
    return encode(await this.#parts.ipcMain.invoke(channel, event, decode(args) as unknown[]));
  }

  #receive(isNewDocument: boolean): Promise<string> {
    // What was sent to the document before is lost with it, as in Electron.
    if (isNewDocument) this.#queue = [];
    return new Promise((resolve) => {
      this.#deliver = resolve;
      this.#flush();
    });
  }

  #flush(): void {
    if (!this.#deliver || this.#queue.length === 0) return;
    const deliver = this.#deliver;
    this.#deliver = null;
    deliver(encode(this.#queue));
    this.#queue = [];
  }

  #askToOpen(url: string, frameName: string, features: string): void {
    if (!this.#openHandler) throw new Error('a page asked for a new window and the program has no setWindowOpenHandler');
    const answer = this.#openHandler({
      url: inProgram(url),
      frameName,
      features,
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    });
    if (answer.action !== 'deny') throw new Error('the stand-in for Electron opens no window for a page');
  }

  /** Every request of the page, navigations first through the guards, then to the program's own scheme or nowhere. */
  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const address = inProgram(request.url());
    if (request.isNavigationRequest() && address !== this.#loading && !this.#mayNavigate(request.frame(), address)) {
      await route.abort('aborted');
      return;
    }
    const handler = this.#parts.schemes.get(new URL(address).protocol.slice(0, -1));
    if (!handler) {
      this.#parts.strayRequests.push(address);
      await route.abort('internetdisconnected');
      return;
    }
    const response = await handler(new Request(address, { method: request.method() }));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  #mayNavigate(frame: Frame, url: string): boolean {
    const isMainFrame = frame.parentFrame() === null;
    const details = Object.assign(new PreventableEvent(), { url, isMainFrame, isSameDocument: false, frame: null, initiator: null });
    this.emit('will-frame-navigate', details);
    if (isMainFrame) this.emit('will-navigate', details, url);
    return !details.defaultPrevented;
  }
}
