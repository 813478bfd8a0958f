import { type Arguments, UsageError } from './command.ts';

/** The flag that every command on a shop takes. */
export const DATA_FLAG = { data: { type: 'string' } } as const;

/** A flag that must be there, with a value. */
export const requiredText = (args: Arguments, name: string, placeholder: string): string => {
  const value = args.flags[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new UsageError(`--${name} ${placeholder} is missing`);
};

export const dataFolder = (args: Arguments): string => requiredText(args, 'data', 'DIR');

/** A flag that may be left out. */
export const optionalText = (args: Arguments, name: string): string | undefined => {
  const value = args.flags[name];
  if (value === undefined || typeof value === 'boolean') return undefined;
  if (value.trim() === '') throw new UsageError(`--${name} is empty`);
  return value;
};

/** A whole number in bounds, or `otherwise` when the flag was left out. */
export const wholeNumber = <T>(args: Arguments, name: string, bounds: { min: number; max: number }, otherwise: T): number | T => {
  const text = optionalText(args, name);
  if (text === undefined) return otherwise;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= bounds.min && value <= bounds.max) return value;
  throw new UsageError(`--${name} is "${text}", but should be a whole number from ${bounds.min} to ${bounds.max}`);
};

/** Exactly these words, no more and no fewer. */
export const words = (args: Arguments, ...names: readonly string[]): string[] => {
  const missing = names[args.words.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing`);
  const extra = args.words[names.length];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many`);
  return [...args.words];
};
