import type { BrowserWindow, Dialog } from 'electron';
import type { WorkUnderWay } from '../domain/updates.ts';
import type { Words } from './words.ts';

interface ClosingParts {
  readonly window: BrowserWindow;
  readonly dialog: Dialog;
  readonly words: () => Words;
  /** The program ends anyway, by the system or by itself. */
  readonly isEnding: () => boolean;
  /** Nobody may close it: the full screen without a way out. */
  readonly isLocked: () => boolean;
  readonly work: () => Pick<WorkUnderWay, 'open_ticket' | 'counting'>;
}

/** A word before the window closes on something half done; nothing is asked when the system is ending the program. */
export const askBeforeClosing = ({ window, dialog, words, isEnding, isLocked, work }: ClosingParts): void => {
  const mayClose = (message: string, detail: string): boolean =>
    dialog.showMessageBoxSync(window, {
      type: 'question',
      title: 'Philo POS',
      message,
      detail,
      buttons: [words().close, words().stay],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    }) === 0;

  window.on('close', (event) => {
    if (isEnding()) return;
    if (isLocked()) {
      event.preventDefault();
      return;
    }
    const { open_ticket: hasTicket, counting: isCounting } = work();
    if (!hasTicket && !isCounting) return;
    const { open_ticket, open_ticket_text, counting, counting_text } = words();
    const details = [...(hasTicket ? [open_ticket_text] : []), ...(isCounting ? [counting_text] : [])].join('\n\n');
    if (!mayClose(hasTicket ? open_ticket : counting, details)) event.preventDefault();
  });

  // A page with unsaved changes objects to being closed, which Electron would obey without a word: the window would just stay.
  window.webContents.on('will-prevent-unload', (event) => {
    const { unsaved, unsaved_text } = words();
    if (isEnding() || mayClose(unsaved, unsaved_text)) event.preventDefault();
  });
};
