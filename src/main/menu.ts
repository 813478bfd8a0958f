import { type App, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Almost no menu: the screens have their own keys, and a menu's accelerators would take them away. macOS needs one for
 * copying and quitting; while developing there is one for the tools.
 */
export const setMenu = (app: App, platform: NodeJS.Platform): void => {
  const template: MenuItemConstructorOptions[] = [];
  if (platform === 'darwin') template.push({ role: 'appMenu' }, { role: 'editMenu' });
  if (!app.isPackaged) template.push({ label: 'Development', submenu: [{ role: 'reload' }, { role: 'toggleDevTools' }] });
  Menu.setApplicationMenu(template.length > 0 ? Menu.buildFromTemplate(template) : null);
};
