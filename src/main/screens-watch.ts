import type { BrowserWindow, Dialog } from 'electron';
import type { Log } from '../core/kernel/log.ts';
import type { CrashKind } from '../core/modules/backups/index.ts';
import { mayRestart } from '../domain/updates.ts';
import type { Words } from './words.ts';

interface WatchParts {
  readonly window: BrowserWindow;
  readonly dialog: Dialog;
  readonly log: Log;
  readonly words: () => Words;
  /** Keeps the record of a fault. */
  readonly note: (fault: { kind: CrashKind; reason?: string; exitCode?: number }) => void;
  readonly quit: () => void;
}

/** So often the screens come back by themselves before somebody is asked. */
const LIMIT = { count: 3, withinMs: 5 * 60_000 };
/** A page that does not answer for so long is stuck: a report that takes its time runs elsewhere. */
const PATIENCE_MS = 20_000;

/**
 * Brings the screens back when their process dies or hangs. They come back at the same address and ticket: the session is
 * in the main process and the ticket on the page's shelf.
 */
export const watchScreens = ({ window, dialog, log, words, note, quit }: WatchParts): void => {
  const { webContents } = window;
  let times: readonly number[] = [];
  let stuck: NodeJS.Timeout | null = null;
  let ended: CrashKind = 'screens';

  const calm = (): void => {
    if (stuck) clearTimeout(stuck);
    stuck = null;
  };

  const askWhatNow = async (): Promise<void> => {
    const { screens_stop, screens_stop_text, try_again, quit: quitWord } = words();
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Philo POS',
      message: screens_stop,
      detail: screens_stop_text,
      buttons: [try_again, quitWord],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response !== 0) {
      quit();
      return;
    }
    times = [];
    if (!window.isDestroyed()) webContents.reload();
  };

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    calm();
    log.error({ reason, exit_code: exitCode }, 'the screens stopped');
    if (reason === 'clean-exit') return;
    note({ kind: ended, reason, exitCode });
    ended = 'screens';
    const next = mayRestart(times, Date.now(), LIMIT);
    if (next === null) {
      void askWhatNow().catch((error: unknown) => log.error({ error: String(error) }, 'nobody could be asked'));
      return;
    }
    times = next;
    webContents.reload();
  });

  window.on('unresponsive', () => {
    stuck ??= setTimeout(() => {
      log.error({}, 'the screens hang');
      ended = 'hang';
      // Its end is told by render-process-gone, which brings them back.
      webContents.forcefullyCrashRenderer();
    }, PATIENCE_MS);
  });
  window.on('responsive', calm);
  window.on('closed', calm);
};
