import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Approval, CallOptions, EventPayloads } from '../contract/bridge.ts';
import type { Answer, ErrorCode } from '../contract/errors.ts';
import type { EventName } from '../contract/events.ts';
import { findOperation } from '../contract/index.ts';
import type { Pos } from '../core/app.ts';
import type { Log } from '../core/kernel/log.ts';
import { isOurs } from './addresses.ts';
import { SessionKeeper } from './session-keeper.ts';

interface IpcParts {
  readonly pos: Pick<Pos, 'dispatch' | 'onChange' | 'callerOfSession'>;
  readonly log: Log;
  readonly developmentServer: string | undefined;
  /** A screen was answered for the first time: it runs. */
  readonly onFirstAnswer: () => void;
}

/** The door between the screens and the core. */
export interface IpcDoor {
  /** A window of ours may call from now on, until it is gone. */
  admit(contents: WebContents): void;
  close(): void;
}

const refusal = (code: ErrorCode, message: string): Answer<never> => ({ ok: false, error: { code, message } });

/** The options as sent, or null when they are not what a screen of ours sends. */
const readOptions = (options: unknown): CallOptions | null => {
  if (options === undefined || options === null) return {};
  if (typeof options !== 'object') return null;
  const { idempotencyKey: key, approval } = options as { idempotencyKey?: unknown; approval?: unknown };
  if (key !== undefined && !(typeof key === 'string' && key.length > 0 && key.length <= 255)) return null;
  if (approval !== undefined && !isApproval(approval)) return null;
  return {
    ...(key === undefined ? {} : { idempotencyKey: key }),
    ...(approval === undefined ? {} : { approval: { staff_id: approval.staff_id, pin: approval.pin } }),
  };
};

const isApproval = (value: unknown): value is Approval => {
  if (typeof value !== 'object' || value === null) return false;
  const { staff_id: staffId, pin } = value as { staff_id?: unknown; pin?: unknown };
  return Number.isSafeInteger(staffId) && typeof pin === 'string' && pin.length <= 8;
};

/** The only file that touches ipcMain: one channel for calls, one for events, and nothing said by a page is trusted. */
export const openIpcDoor = ({ pos, log, developmentServer, onFirstAnswer }: IpcParts): IpcDoor => {
  const admitted = new Map<number, WebContents>();
  const keeper = new SessionKeeper(pos);
  let hasAnswered = false;

  const isTrusted = (event: IpcMainInvokeEvent): boolean => {
    const frame = event.senderFrame;
    return (
      frame !== null && frame.parent === null && isOurs(frame.url, developmentServer) && admitted.get(event.sender.id) === event.sender
    );
  };

  const answer = async (event: IpcMainInvokeEvent, operation: unknown, input: unknown, given: unknown): Promise<Answer<unknown>> => {
    if (!isTrusted(event)) {
      log.warn({ url: event.senderFrame?.url ?? null }, 'call from a page that is not ours refused');
      return refusal('foreign_origin', 'This page may not call Philo POS.');
    }
    const options = readOptions(given);
    if (typeof operation !== 'string' || options === null)
      return refusal('invalid_input', 'A call is an operation, its input and its options.');
    const windowId = event.sender.id;
    const sent = findOperation(operation)?.secret ? {} : options;
    const answered = await pos.dispatch(operation, input, keeper.callerOf(windowId), sent);
    if (answered.ok && !hasAnswered) {
      hasAnswered = true;
      onFirstAnswer();
    }
    return keeper.settle(windowId, operation, answered.ok ? { ok: true, value: answered.value } : { ok: false, error: answered.error });
  };

  ipcMain.handle('pos:call', answer);

  const send = <N extends EventName>(name: N, payload: EventPayloads[N]): void => {
    for (const contents of admitted.values()) if (!contents.isDestroyed()) contents.send('pos:event', name, payload);
  };
  const stopListening = pos.onChange((change) => send('change', change));

  return {
    admit: (contents) => {
      const { id } = contents;
      admitted.set(id, contents);
      contents.once('destroyed', () => {
        admitted.delete(id);
        keeper.forget(id);
      });
    },
    close: () => {
      stopListening();
      ipcMain.removeHandler('pos:call');
    },
  };
};
