import { z } from 'zod';
import { isTimeZone } from '../domain/business-day.ts';
import { operation } from './operation.ts';
import { money, rate } from './primitives.ts';

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
  /** Smallest cash step in minor units; 1 = none. */
  cash_rounding: z.union([z.literal(1), z.literal(5), z.literal(10)]),
  /** What a close does about orders that are still open. */
  open_orders_at_close: z.enum(['carry_over', 'block']),
  /** Over or short by more needs a comment; null: never. */
  over_short_comment_above: money().nullable(),
  /** The largest discount that a role gives without a manager's PIN. */
  discount_cap_cashier: rate(),
  discount_cap_manager: rate(),
  /** The till locks itself after so many idle minutes; 0 = never. */
  idle_lock_minutes: z.int().min(0).max(240),
  tax_number: z.string().trim().max(40),
  receipt_footer: z.string().trim().max(300),
  /** Network printer (ESC/POS); empty host: none. */
  printer_host: z.string().trim().max(255),
  printer_port: z.int().min(1).max(65_535),
  printer_columns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
  /** A backup in the background after each close of a shift. */
  backup_at_close: z.boolean(),
  /** Each backup is also copied here, such as to a stick; empty: nowhere. */
  backup_second_folder: z.string().trim().max(1000),
  /** The colours of the screens where the person has not chosen others. */
  appearance: z.enum(['system', 'light', 'dark']),
  /** The desktop app lets other devices of the network in. */
  network_access: z.boolean(),
  network_port: z.int().min(1024).max(65_535),
  /** The desktop app fills the screen and is left with a manager's PIN only. */
  kiosk_mode: z.boolean(),
  /** The desktop app opens when somebody signs in to the computer. */
  start_with_system: z.boolean(),
  /** The desktop app looks for a new version, fetches it and installs it at the next close. */
  automatic_updates: z.boolean(),
};
export type SettingKey = keyof typeof settingShapes;
export const SETTING_KEYS = Object.keys(settingShapes) as SettingKey[];

export const settings = z.object(settingShapes);
export type Settings = z.infer<typeof settings>;

/** The same fields, each of which may be left out. */
const optionalOf = <S extends z.ZodRawShape>(shape: S): { [K in keyof S]: z.ZodOptional<S[K]> } => z.object(shape).partial().shape;

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
    body: optionalOf(settingShapes),
    output: settings,
  }),
};
