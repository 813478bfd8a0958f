import type { IpcMain, IpcMainInvokeEvent } from 'electron';

type Listener = Parameters<IpcMain['handle']>[1];

/** Electron's `ipcMain`: handlers by channel, one for each. */
export class IpcMainStandIn implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  readonly #handlers = new Map<string, Listener>();

  handle(channel: string, listener: Listener): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** A page calls. What a handler throws reaches the page as a message only, as in Electron. */
  async invoke(channel: string, event: IpcMainInvokeEvent, args: readonly unknown[]): Promise<{ value: unknown } | { failed: string }> {
    const handler = this.#handlers.get(channel);
    if (!handler) return { failed: `Error: No handler registered for '${channel}'` };
    try {
      return { value: await handler(event, ...args) };
    } catch (error) {
      return { failed: String(error) };
    }
  }
}
