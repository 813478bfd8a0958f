import { z } from 'zod';
import { MAX_MONEY } from '../domain/money.ts';
import { readDay, readInstant } from '../domain/instant-text.ts';

/**
 * How a value is written on the HTTP door when that differs from inside: `money` and `rate` are integers inside (minor
 * units, ppm) and decimal numbers in JSON; `instant` and `day` take more than one way of writing.
 */
export type WireKind = 'money' | 'rate' | 'instant' | 'day';

export interface WireMeta {
  wire?: WireKind;
}

/** Money in minor units, at least `min` (0 unless told). */
export const money = (bounds: { gt?: number; min?: number } = {}) => {
  const base = z.int();
  const bounded = bounds.gt === undefined ? base.min(bounds.min ?? 0) : base.gt(bounds.gt);
  return bounded.max(MAX_MONEY).meta({ wire: 'money' });
};

/** Money going out: any sign. */
export const moneyOut = () => z.int().meta({ wire: 'money' });

/** A rate in ppm, 0..100%. */
export const rate = () => z.int().min(0).max(1_000_000).meta({ wire: 'rate' });

/** A UTC instant going out: `2026-03-01T06:00:00.000Z`. */
export const instantOut = () => z.string().meta({ format: 'date-time' });

/** A point in time coming in: ISO date-time (UTC unless it has an offset) or a day, which means its start in the shop's zone. */
export const instantIn = () =>
  z
    .string()
    .refine((text) => readInstant(text) !== null, {
      params: { type: 'datetime_from_date_parsing' },
      message: 'Input should be a valid datetime or date, e.g. 2026-03-01T06:00:00Z or 2026-03-01',
    })
    .meta({ wire: 'instant', format: 'date-time' });

/** A business day, `YYYY-MM-DD`. */
export const day = () =>
  z
    .string()
    .superRefine((text, context) => {
      const read = readDay(text);
      if ('day' in read) return;
      const inexact = read.problem === 'has_a_time';
      context.addIssue({
        code: 'custom',
        params: { type: inexact ? 'date_from_datetime_inexact' : 'date_from_datetime_parsing' },
        message: inexact
          ? 'Datetimes provided to dates should have zero time - e.g. be exact dates'
          : 'Input should be a valid date, e.g. 2026-03-01',
      });
    })
    .transform((text) => {
      const read = readDay(text);
      return 'day' in read ? read.day : text;
    })
    .meta({ wire: 'day', format: 'date' });

/** A name: trimmed, and not empty after that (DECISIONS 13). */
export const name = (max: number) => z.string().trim().min(1).max(max);

/** Any text, or null. */
export const text = (max = 10_000) => z.string().max(max).nullable();

/** Text that counts as null when empty after trimming (DECISIONS 12). */
export const textOrNull = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((value) => (value === '' ? null : value))
    .nullable();

/** A reference to a row: a positive whole number. */
export const reference = () => z.int().gt(0);

/** The id in a path: any whole number, since an unknown one is "not found", not "invalid". */
export const pathId = () => z.int();

/** `page` and `per_page` of every list. */
export const paging = {
  page: z.int().min(1).max(1_000_000_000).default(1),
  per_page: z.int().min(1).max(100).default(20),
};

/** How a list is sorted when that is asked for; each list has an order of its own without. Ties are in the order of the ids. */
export const sorting = <const T extends readonly [string, ...string[]]>(columns: T) => ({
  sort: z.enum(columns).optional(),
  order: z.enum(['asc', 'desc']).default('asc'),
});

/** The `version` that a change was made from; if the row has another by now, the change is refused as `stale`. HTTP: also If-Match. */
export const ifVersion = { if_version: z.int().min(1).optional() };

/** Rows to switch on or off together, with the version that each was seen in. */
export const rowsToSwitch = () =>
  z
    .array(z.object({ id: reference(), ...ifVersion }))
    .min(1)
    .max(500);

/** How many of the rows were not so already. */
export const switched = z.object({ changed: z.int() });

/** The envelope of every list (ORIGINAL.md section 1). */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.int(),
    page: z.int(),
    per_page: z.int(),
    total_pages: z.int(),
  });

/** What a delete answers. */
export const deleted = z.object({ message: z.string(), success: z.literal(true) });
