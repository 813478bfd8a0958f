import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import pinoRoll from 'pino-roll';
import type { Log } from '../core/kernel/log.ts';

export interface DesktopLog extends Log {
  setLevel(level: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR'): void;
  /** Writes out what is still in memory. */
  close(): void;
}

const SECRETS = ['pin', 'token', 'key', 'csrf_token', 'pin_hash', 'authorization', 'cookie'];

const LEVELS = { DEBUG: 'debug', INFO: 'info', WARNING: 'warn', ERROR: 'error' } as const;

/** So much is kept of the log at most: this many files of this size, one being written and the rest behind it. */
export const LOG_LIMITS = { files: 14, fileSize: '10m' } as const;

/**
 * Pino-roll counts files only when it begins another one while it runs: a till that is switched off each night never does,
 * so what is too old goes when the log is opened.
 */
const removeOld = (folder: string, files: number): void => {
  if (!existsSync(folder)) return;
  const logs = readdirSync(folder).flatMap((name) => {
    const [, day, number] = /^desktop\.(\d{4}-\d{2}-\d{2})\.(\d+)\.log$/.exec(name) ?? [];
    return day === undefined ? [] : [{ name, order: `${day} ${String(number).padStart(9, '0')}` }];
  });
  logs.sort((a, b) => b.order.localeCompare(a.order));
  for (const { name } of logs.slice(files - 1)) rmSync(join(folder, name), { force: true });
};

/** The desktop app's log in the data folder: a file a day, bounded in size and number, secrets struck out at every depth we write. */
export const openDesktopLog = async (
  logsFolder: string,
  limits: { readonly files: number; readonly fileSize: string } = LOG_LIMITS,
): Promise<DesktopLog> => {
  removeOld(logsFolder, limits.files);
  const stream = await pinoRoll({
    file: join(logsFolder, 'desktop'),
    extension: '.log',
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    size: limits.fileSize,
    limit: { count: limits.files, removeOtherLogFiles: true },
    mkdir: true,
  });
  // A full disk must not stop the till because of its log.
  stream.on('error', (error: Error) => process.stderr.write(`log not written: ${error.message}\n`));
  await new Promise<void>((resolve) => {
    stream.once('ready', resolve);
    stream.once('error', () => resolve());
  });
  const logger = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' },
    },
    stream,
  );
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    setLevel: (level) => {
      logger.level = LEVELS[level];
    },
    close: () => {
      try {
        stream.flushSync();
      } catch (error) {
        process.stderr.write(`log not written: ${String(error)}\n`);
      }
      stream.end();
    },
  };
};
