import type { App, Dialog, Shell } from 'electron';
import { putBackUnchanged } from '../core/modules/backups/index.ts';
import { judgeStart } from '../domain/updates.ts';
import { readStartRecord, writeStartRecord } from './start-file.ts';
import { wordsIn } from './words.ts';

/** Somebody else has the folder open: that says nothing about this version. */
export const startWasNone = (dataDir: string): void => {
  const record = readStartRecord(dataDir);
  if (record && record.failed > 0) writeStartRecord(dataDir, { ...record, failed: record.failed - 1 });
};

interface Parts {
  readonly app: App;
  readonly dialog: Dialog;
  readonly shell: Shell;
  readonly dataDir: string;
}

/**
 * Before the database is touched: counts this start, and when the new version has failed to show the till too often, offers
 * the data of before the update. Answers whether to go on.
 */
export const mayStart = async ({ app, dialog, shell, dataDir }: Parts): Promise<boolean> => {
  const version = app.getVersion();
  const { offer, record } = judgeStart(readStartRecord(dataDir), version);
  if (!offer) {
    writeStartRecord(dataDir, record);
    return true;
  }
  const words = wordsIn(app.getLocale());
  for (;;) {
    // A plain dialog of the system: whatever the new version cannot do, this it can.
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Philo POS',
      message: words.update_failed(version),
      detail: words.update_failed_text(offer.from),
      buttons: [words.put_back, words.try_again, words.open_folder, words.quit],
      defaultId: 0,
      cancelId: 3,
      noLink: true,
    });
    if (response === 1) {
      writeStartRecord(dataDir, record);
      return true;
    }
    if (response === 2) {
      await shell.openPath(dataDir);
      continue;
    }
    if (response !== 0) return false;
    await putBackUnchanged({ dataDir, name: offer.backup, now: new Date().toISOString(), version });
    // The version before it starts from here without a past.
    writeStartRecord(dataDir, { version: offer.from, failed: 0, update: null });
    await dialog.showMessageBox({
      type: 'info',
      title: 'Philo POS',
      message: words.put_back_done,
      detail: words.put_back_done_text(offer.from),
      buttons: [words.quit],
    });
    return false;
  }
};
