import type { ParsedInputOf } from '../../../contract/index.ts';
import { SETTING_KEYS, type Settings, settingShapes } from '../../../contract/settings.ts';
import { currencyOf } from '../../../domain/money.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import type { EnvironmentSettings } from './environment.ts';
import { readSettings, type SettingsCache, writeSetting } from './store.ts';

/** Changes the settings that were sent; each change is audited with its value before and after. */
export const updateSettings = (ctx: CommandContext, input: ParsedInputOf<'settings.update'>, cache: SettingsCache): Settings => {
  refuseCurrencyWithOtherDecimals(ctx, input.currency);
  const before = readSettings(ctx.db);
  for (const key of SETTING_KEYS) {
    const value = input[key];
    if (value === undefined) continue;
    writeSetting(ctx.db, key, value, 'set', ctx.nowMs);
    if (JSON.stringify(before[key]) === JSON.stringify(value)) continue;
    recordAudit(ctx, { entity: 'Setting', id: null, action: 'update', before: { [key]: before[key] }, after: { [key]: value } });
  }
  return putIntoForce(ctx, cache);
};

/** At start: values from the environment become, and stay, in force until somebody sets the key (DECISIONS 31). */
export const applyEnvironment = (ctx: CommandContext, environment: EnvironmentSettings, cache: SettingsCache): Settings => {
  const before = readSettings(ctx.db);
  const sources = new Map(
    ctx.db.rows<{ key: string; source: string }>('SELECT key, source FROM settings').map((row) => [row.key, row.source]),
  );
  for (const key of SETTING_KEYS) {
    const source = sources.get(key);
    const given = environment[key];
    if (source === 'set') continue;
    if (given === undefined) {
      if (source === undefined) writeSetting(ctx.db, key, before[key], 'default', ctx.nowMs);
      continue;
    }
    const value = settingShapes[key].parse(given);
    const changed = JSON.stringify(before[key]) !== JSON.stringify(value);
    if (source === 'environment' && !changed) continue;
    if (key === 'currency') refuseCurrencyWithOtherDecimals(ctx, value as string);
    writeSetting(ctx.db, key, value, 'environment', ctx.nowMs);
    if (changed) {
      recordAudit(ctx, {
        entity: 'Setting',
        id: null,
        action: 'update',
        before: { [key]: before[key] },
        after: { [key]: value },
        reason: 'environment',
      });
    }
  }
  return putIntoForce(ctx, cache);
};

const putIntoForce = (ctx: CommandContext, cache: SettingsCache): Settings => {
  const next = readSettings(ctx.db);
  ctx.onRollback(cache.replace(next));
  ctx.emit('settings', 'update', null);
  return next;
};

/** Amounts are stored in minor units, so a currency with another number of decimals would change every price and every past sale. */
const refuseCurrencyWithOtherDecimals = (ctx: CommandContext, code: string | undefined): void => {
  if (code === undefined || currencyOf(code).decimals === ctx.currency.decimals) return;
  const inUse = ctx.db.row(
    'SELECT 1 FROM items UNION ALL SELECT 1 FROM addons UNION ALL SELECT 1 FROM orders UNION ALL SELECT 1 FROM discounts LIMIT 1',
  );
  if (!inUse) return;
  throw new Refusal(
    'in_use',
    `${code} has ${currencyOf(code).decimals} decimals and ${ctx.currency.code} has ${ctx.currency.decimals}: it can be chosen only before the first item, discount or order.`,
  );
};
