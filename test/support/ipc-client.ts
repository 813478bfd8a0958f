import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { PosBridge } from '../../src/contract/bridge.ts';
import type { Pos } from '../../src/core/app.ts';
import { silentLog } from '../../src/core/kernel/log.ts';
import { START_PAGE } from '../../src/main/app-protocol.ts';
import { openIpcDoor } from '../../src/main/ipc.ts';
import { page } from './electron-host/electron-for-tests.ts';

/** A page of ours at the IPC door, without a browser: the real preload and the real door, structured clone between them. */
export interface IpcClient {
  readonly pos: PosBridge;
  /** The event that Electron would bring for a call of this page; change it to call as somebody else. */
  readonly event: IpcMainInvokeEvent;
  /** Calls the channel as whoever the event says, past the preload. */
  invokeAs(event: IpcMainInvokeEvent, ...args: unknown[]): Promise<unknown>;
  /** The window is closed. */
  closeWindow(): void;
  close(): void;
}

let nextId = 1;

/** Opens the door for a window of ours and gives its bridge. One at a time in a test file. */
export const openIpcClient = async (pos: Pick<Pos, 'dispatch' | 'onChange' | 'callerOfSession'>): Promise<IpcClient> => {
  const contents = Object.assign(new EventEmitter(), {
    id: nextId++,
    isDestroyed: () => false,
    send: (channel: string, ...args: unknown[]) => page.receive(channel, ...args),
  }) as unknown as WebContents;
  const event = { sender: contents, senderFrame: { url: START_PAGE, parent: null } } as unknown as IpcMainInvokeEvent;
  const door = openIpcDoor({ pos, log: silentLog, developmentServer: undefined, onFirstAnswer: () => {} });
  door.admit(contents);
  page.callAs(event);
  await import('../../src/preload/index.ts');
  return {
    pos: page.exposed('pos') as PosBridge,
    event,
    invokeAs: async (as, ...args) => {
      const answer = await page.invokeAs(as, 'pos:call', ...args);
      if ('failed' in answer) throw new Error(answer.failed);
      return answer.value;
    },
    closeWindow: () => contents.emit('destroyed'),
    close: () => door.close(),
  };
};
