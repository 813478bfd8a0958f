import type { ModuleHandlers } from '../../kernel/handlers.ts';
import type { NetworkReport } from '../../kernel/network.ts';
import { readAbout } from './about.ts';
import { readNetwork } from './network.ts';
import { updateSettings } from './service.ts';
import type { SettingsCache } from './store.ts';

export { EnvironmentError, type EnvironmentSettings, settingsFromEnvironment } from './environment.ts';
export { applyEnvironment, updateSettings } from './service.ts';
export { readSettings, SettingsCache } from './store.ts';

export const settingsHandlers = (
  cache: SettingsCache,
  { network, version }: { network: NetworkReport; version: string },
): ModuleHandlers => ({
  queries: {
    'settings.get': (ctx) => ctx.settings,
    'network.get': () => readNetwork(network.current),
    'about.get': (ctx) => readAbout(ctx, version),
  },
  commands: { 'settings.update': (ctx, input) => updateSettings(ctx, input, cache) },
});
