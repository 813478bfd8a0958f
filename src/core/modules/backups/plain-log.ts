import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LOG_BYTES = 512 * 1024;

/** Of each line only fields of known meaning: no addresses, no inputs, and of an error its kind and place, not its words. */
export const lastLogLines = (folder: string, most: number): object[] => {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.log')) : [];
  const newest = files
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .slice(0, 2)
    .reverse();
  return newest
    .flatMap((file) => endOf(file).split('\n'))
    .flatMap((line) => plainLine(line))
    .slice(-most);
};

const endOf = (file: string): string => {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(Math.min(size, LOG_BYTES));
    readSync(handle, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8');
  } finally {
    closeSync(handle);
  }
};

const NUMBERS = ['time', 'level', 'status', 'duration_ms'] as const;
/** Words of the program's own, never of a person: only these forms pass. */
const WORDS: Readonly<Record<string, RegExp>> = {
  time: /^\d{4}-[\dT:.Z-]+$/,
  level: /^[a-z]{4,5}$/,
  operation: /^[a-zA-Z]+\.[a-zA-Z]+$/,
  method: /^[A-Z]{3,7}$/,
  code: /^[a-zA-Z_]{2,40}$/,
  reference: /^[0-9a-f-]{36}$/,
};

const plainLine = (line: string): object[] => {
  try {
    const read = JSON.parse(line) as Record<string, unknown>;
    const kept: Record<string, unknown> = {};
    for (const key of NUMBERS) if (typeof read[key] === 'number') kept[key] = read[key];
    for (const [key, form] of Object.entries(WORDS)) {
      const value = read[key];
      if (typeof value === 'string' && form.test(value)) kept[key] = value;
    }
    const err = read['err'];
    if (typeof err === 'object' && err !== null && 'stack' in err) kept['at'] = placesIn(String(err.stack));
    return Object.keys(kept).length > 0 ? [kept] : [];
  } catch {
    // The first line may be cut, and one may be of another program.
    return [];
  }
};

/** `openShop (app.js:12:3)`: the file's own name without its folder, which may hold a person's name. */
export const placesIn = (stack: string): string[] =>
  [...stack.matchAll(/^\s+at (?:([\w.<>[\] ]+) \()?(?:[^()\n]*[\\/])?([\w.-]+:\d+:\d+)\)?$/gm)]
    .slice(0, 12)
    .map(([, name, place]) => (name ? `${name} (${place})` : (place ?? '')));
