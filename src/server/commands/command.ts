import type { ParseArgsOptionsConfig } from 'node:util';

/** Where a command writes: data goes to standard output, talk to standard error, so that data can be piped on. */
export interface Output {
  data(line: string): void;
  talk(line: string): void;
  /** Progress on one line that is written over, where somebody watches; now and then a line of its own elsewhere. */
  progress(line: string): void;
}

/** The values of flags as text, and what stood without a flag. */
export interface Arguments {
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

/** One command of the command line. */
export interface Command {
  /** Its words: `key create`. */
  readonly name: string;
  /** What follows the name. */
  readonly usage: string;
  readonly summary: string;
  readonly details?: readonly string[];
  readonly flags: ParseArgsOptionsConfig;
  /** Answers the exit code. */
  run(args: Arguments, output: Output): Promise<number>;
}

/** The command was not used as it must be; its usage is shown. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
