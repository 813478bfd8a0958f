import type { Caller } from '../../kernel/caller.ts';
import { callerMay } from '../../kernel/caller.ts';
import type { DesktopLink } from '../../kernel/desktop.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { recordAudit } from '../audit/index.ts';

/** What only the desktop app can do. Everywhere else these refuse with only_desktop. */
export const desktopHandlers = (link: DesktopLink): ModuleHandlers => {
  const stateFor = (caller: Caller) => {
    const state = link.stateFor(caller);
    return callerMay(caller, 'settings.manage') ? state : { ...state, crash: null };
  };
  const updater = (caller: Caller) => {
    const port = link.for(caller);
    const { mode } = port.updates();
    if (mode === 'off_by_environment') throw new Refusal('updates_off', 'Updates are switched off on this computer (PHILO_UPDATES=off).');
    if (mode === 'not_installed') throw new Refusal('updates_off', 'This copy was not installed, so it cannot replace itself.');
    return port;
  };
  return {
    queries: {
      'desktop.get': (ctx) => stateFor(ctx.caller),
      'updates.get': () => link.updates(),
    },
    commands: {
      'desktop.leaveKiosk': (ctx) => {
        const port = link.for(ctx.caller);
        recordAudit(ctx, { entity: 'Desktop', id: null, action: 'leave_kiosk' });
        port.leaveKiosk();
        return stateFor(ctx.caller);
      },
    },
    tasks: {
      'desktop.tellWork': async (ctx, work) => {
        link.for(ctx.caller).tellWork(work);
        return {};
      },
      'desktop.dismissCrash': async (ctx) => {
        link.for(ctx.caller).dismissCrash();
        return stateFor(ctx.caller);
      },
      'updates.check': async (ctx) => {
        await updater(ctx.caller).checkForUpdate();
        return link.updates();
      },
      'updates.fromFolder': async (ctx, { folder }) => {
        await updater(ctx.caller).takeUpdateFrom(folder);
        return link.updates();
      },
      'updates.install': async (ctx) => {
        await updater(ctx.caller).installUpdate();
        return link.updates();
      },
    },
  };
};
