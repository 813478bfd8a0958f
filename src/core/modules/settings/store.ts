import { SETTING_KEYS, type SettingKey, type Settings, settingShapes } from '../../../contract/settings.ts';
import { instantFromMs } from '../../../domain/business-day.ts';
import type { ReadDatabase, WriteDatabase } from '../../database/database.ts';

export const DEFAULT_SETTINGS: Settings = {
  shop_name: 'Philo Coffee Shop',
  tax_rate: 80_000,
  currency: 'USD',
  time_zone: 'UTC',
  day_cutover_hour: 0,
  low_stock_threshold: 10,
  cors_origins: ['http://localhost:3000', 'http://localhost:5173'],
  log_level: 'INFO',
  language: 'en',
  cash_rounding: 1,
  open_orders_at_close: 'carry_over',
  over_short_comment_above: null,
  discount_cap_cashier: 1_000_000,
  discount_cap_manager: 1_000_000,
  idle_lock_minutes: 10,
  tax_number: '',
  receipt_footer: '',
  printer_host: '',
  printer_port: 9100,
  printer_columns: 42,
  backup_at_close: true,
  backup_second_folder: '',
  appearance: 'system',
  network_access: false,
  network_port: 8000,
  kiosk_mode: false,
  start_with_system: false,
  automatic_updates: true,
};

/** All settings as stored; a key that was never stored has its default. A stored value out of bounds is a damaged database. */
export const readSettings = (db: ReadDatabase): Settings => {
  const stored = new Map(db.rows<{ key: string; value: string }>('SELECT key, value FROM settings').map((row) => [row.key, row.value]));
  const read = (key: SettingKey): unknown => {
    const text = stored.get(key);
    return text === undefined ? DEFAULT_SETTINGS[key] : settingShapes[key].parse(JSON.parse(text));
  };
  return Object.fromEntries(SETTING_KEYS.map((key) => [key, read(key)])) as Settings;
};

/** Stores one setting, already validated. */
export const writeSetting = (
  db: WriteDatabase,
  key: SettingKey,
  value: unknown,
  source: 'default' | 'environment' | 'set',
  nowMs: number,
): void => {
  db.execute(
    `INSERT INTO settings (key, value, source, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, source = excluded.source, updated_at = excluded.updated_at`,
    [key, JSON.stringify(value), source, instantFromMs(nowMs)],
  );
};

/** The settings in force, read once and replaced by the command that changes them. */
export class SettingsCache {
  #current: Settings;

  constructor(db: ReadDatabase) {
    this.#current = readSettings(db);
  }

  get current(): Settings {
    return this.#current;
  }

  /** Answers how to take it back, for a command that is refused after this. */
  replace(next: Settings): () => void {
    const before = this.#current;
    this.#current = next;
    return () => {
      this.#current = before;
    };
  }
}
