import type { SettingKey } from '../../../contract/settings.ts';
import { parseDecimal } from '../../../domain/money.ts';

/** First values of settings, by key; a key that is not there was not given. Not validated beyond their form. */
export type EnvironmentSettings = Partial<Record<SettingKey, unknown>>;

export class EnvironmentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EnvironmentError';
  }
}

/** Reads the original's variables (ORIGINAL.md section 1, Settings). An unusable value is told, not ignored. */
export const settingsFromEnvironment = (env: Readonly<Record<string, string | undefined>>): EnvironmentSettings => {
  const given: EnvironmentSettings = {};
  const appName = env.APP_NAME?.trim();
  if (appName) given.shop_name = appName;
  if (env.TAX_RATE?.trim()) given.tax_rate = taxRate(env.TAX_RATE);
  if (env.LOW_STOCK_THRESHOLD?.trim()) given.low_stock_threshold = wholeNumber('LOW_STOCK_THRESHOLD', env.LOW_STOCK_THRESHOLD);
  if (env.CORS_ORIGINS?.trim()) given.cors_origins = origins(env.CORS_ORIGINS);
  if (env.LOG_LEVEL?.trim()) given.log_level = logLevel(env.LOG_LEVEL);
  return given;
};

const taxRate = (text: string): number => {
  const ppm = parseDecimal(text, 6);
  if (ppm === null || ppm < 0 || ppm > 1_000_000) {
    throw new EnvironmentError(`TAX_RATE is "${text}", but should be a fraction from 0 to 1 with at most 6 decimals, e.g. 0.08`);
  }
  return ppm;
};

const wholeNumber = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new EnvironmentError(`${name} is "${text}", but should be a whole number, 0 or more`);
  return value;
};

/** Text that is not a JSON list means every origin, as in the original. */
const origins = (text: string): string[] => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((origin) => typeof origin === 'string') ? value : ['*'];
  } catch {
    return ['*'];
  }
};

const logLevel = (text: string): string => {
  const level = text.trim().toUpperCase();
  const known: Record<string, string> = {
    DEBUG: 'DEBUG',
    INFO: 'INFO',
    WARN: 'WARNING',
    WARNING: 'WARNING',
    ERROR: 'ERROR',
    CRITICAL: 'ERROR',
  };
  const value = known[level];
  if (!value) throw new EnvironmentError(`LOG_LEVEL is "${text}", but should be DEBUG, INFO, WARNING or ERROR`);
  return value;
};
