import { basename, join } from 'node:path';
import type { App, Session } from 'electron';

/** A file that a screen makes (a report's PDF) is saved where the user says. */
export const askWhereToSave = (app: App, session: Session): void => {
  session.on('will-download', (_event, item) => {
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), basename(item.getFilename())) });
  });
};
