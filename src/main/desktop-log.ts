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

/** The desktop app's log in the data folder: a file a day, a fortnight kept, secrets struck out at every depth we write. */
export const openDesktopLog = async (logsFolder: string): Promise<DesktopLog> => {
  const stream = await pinoRoll({
    file: join(logsFolder, 'desktop'),
    extension: '.log',
    frequency: 'daily',
    dateFormat: 'yyyy-MM-dd',
    size: '10m',
    limit: { count: 14, removeOtherLogFiles: true },
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
