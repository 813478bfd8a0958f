import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from 'electron';

/** A word of a desktop entry's Exec line, quoted as its specification asks. */
const execWord = (text: string): string =>
  `"${text
    .replaceAll(/(["`$\\])/g, '\\$1')
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`;

/** The entry by which Linux desktops start a program when somebody signs in. */
export const autostartEntry = (command: readonly string[]): string =>
  `${[
    '[Desktop Entry]',
    'Type=Application',
    'Name=Philo POS',
    `Exec=${command.map(execWord).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
  ].join('\n')}\n`;

const autostartFile = (env: NodeJS.ProcessEnv): string =>
  join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart', 'philo-pos.desktop');

/**
 * Makes the system open the program when somebody signs in, or no longer. `args` are the arguments that it was started
 * with and needs again: its data folder. Throws what the file system says.
 */
export const startWithSystem = (app: App, on: boolean, args: readonly string[]): void => {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on, args: [...args] });
    return;
  }
  const file = autostartFile(process.env);
  if (!on) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  // An AppImage runs from a folder that is gone when it ends; its own file is what stays.
  writeFileSync(file, autostartEntry([process.env.APPIMAGE ?? process.execPath, ...args]));
};
