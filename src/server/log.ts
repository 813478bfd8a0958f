import { type DestinationStream, destination, pino } from 'pino';
import type { Settings } from '../contract/settings.ts';
import type { Log } from '../core/kernel/log.ts';

export type LogLevel = Settings['log_level'];

/** A log of JSON lines, one event a line. */
export interface JsonLog extends Log {
  setLevel(level: LogLevel): void;
  /** Writes what is still in memory; for the end of the program. */
  flush(): void;
}

const LEVELS: Readonly<Record<LogLevel, string>> = { DEBUG: 'debug', INFO: 'info', WARNING: 'warn', ERROR: 'error' };

/** Never in a log, wherever they turn up. */
const SECRETS = ['authorization', 'cookie', 'pin', 'token', 'key', 'csrf_token', '["x-approval-pin"]'];

/**
 * Opens a log to a file descriptor or file, written in the background so that a slow disk never holds up a sale. `to` may
 * also be a stream, for tests.
 */
export const openJsonLog = (options: { level: LogLevel; to: number | string | DestinationStream }): JsonLog => {
  const file =
    typeof options.to === 'object'
      ? null
      : destination({ dest: options.to, sync: false, mkdir: true, minLength: 4096, periodicFlush: 500 });
  const logger = pino(
    {
      level: LEVELS[options.level],
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRETS.flatMap((secret) => [secret, secret.startsWith('[') ? `*${secret}` : `*.${secret}`]), censor: '[redacted]' },
    },
    file ?? (options.to as DestinationStream),
  );
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    setLevel: (level) => {
      logger.level = LEVELS[level];
    },
    flush: () => file?.flushSync(),
  };
};
