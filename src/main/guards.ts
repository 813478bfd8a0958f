import type { App, Session, Shell, WebContents } from 'electron';
import type { Log } from '../core/kernel/log.ts';
import { isOurs, mayOpenOutside } from './addresses.ts';

interface GuardParts {
  readonly app: App;
  readonly shell: Shell;
  readonly log: Log;
  readonly developmentServer: string | undefined;
}

/** Electron grants what nobody refuses, so every permission a page or a device could ask for is refused here. */
export const refusePermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
};

/** No page of ours ever leaves our address, opens a window or embeds a view; a link outside goes to the user's own browser, if listed. */
export const guardContents = ({ app, shell, log, developmentServer }: GuardParts): void => {
  const stay = (details: { readonly url: string; preventDefault(): void }): void => {
    if (isOurs(details.url, developmentServer)) return;
    details.preventDefault();
    log.warn({ url: details.url }, 'navigation refused');
  };
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (mayOpenOutside(url)) void shell.openExternal(url);
      else log.warn({ url }, 'new window refused');
      return { action: 'deny' };
    });
  });
};
