import { z } from 'zod';
import { isTimeZone } from '../domain/business-day.ts';
import { operation } from './operation.ts';
import { rate } from './primitives.ts';

/** Every setting with its bounds. Kept in the database; the environment gives first values (docs/settings). */
export const settingShapes = {
  shop_name: z.string().trim().min(1).max(100),
  tax_rate: rate(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  time_zone: z.string().refine(isTimeZone, { message: 'Input should be an IANA time zone, e.g. Europe/Oslo' }),
  day_cutover_hour: z.int().min(0).max(12),
  low_stock_threshold: z.int().min(0).max(1_000_000),
  cors_origins: z.array(z.string().max(300)).max(50),
  log_level: z.enum(['DEBUG', 'INFO', 'WARNING', 'ERROR']),
  language: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
};
export type SettingKey = keyof typeof settingShapes;
export const SETTING_KEYS = Object.keys(settingShapes) as SettingKey[];

export const settings = z.object(settingShapes);
export type Settings = z.infer<typeof settings>;

export const settingsOperations = {
  'settings.get': operation({
    method: 'GET',
    url: '/api/v1/settings',
    kind: 'query',
    tag: 'Settings',
    permission: 'settings.view',
    summary: 'All settings',
    output: settings,
  }),
  'settings.update': operation({
    method: 'PATCH',
    url: '/api/v1/settings',
    kind: 'command',
    tag: 'Settings',
    permission: 'settings.manage',
    summary: 'Change the settings that are sent',
    errors: ['in_use'],
    body: {
      shop_name: settingShapes.shop_name.optional(),
      tax_rate: settingShapes.tax_rate.optional(),
      currency: settingShapes.currency.optional(),
      time_zone: settingShapes.time_zone.optional(),
      day_cutover_hour: settingShapes.day_cutover_hour.optional(),
      low_stock_threshold: settingShapes.low_stock_threshold.optional(),
      cors_origins: settingShapes.cors_origins.optional(),
      log_level: settingShapes.log_level.optional(),
      language: settingShapes.language.optional(),
    },
    output: settings,
  }),
};
