/** The part of pino-roll that we use; it ships no types. */
declare module 'pino-roll' {
  import type { EventEmitter } from 'node:events';

  export interface RollOptions {
    readonly file: string;
    readonly extension: string;
    readonly frequency: 'daily' | 'hourly';
    readonly dateFormat: string;
    readonly size: string;
    readonly limit: { readonly count: number; readonly removeOtherLogFiles: boolean };
    readonly mkdir: boolean;
  }
  export interface RollStream extends EventEmitter {
    write(line: string): boolean;
    flushSync(): void;
    end(): void;
  }
  const pinoRoll: (options: RollOptions) => Promise<RollStream>;
  export default pinoRoll;
}
