import type { Day } from '../../../domain/business-day.ts';
import type { ReadDatabase } from '../../database/database.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { ALL_SUMS, columnsOf, SUMS, type SumsBy } from './sales-days.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** What a day comes to, by each thing. */
export type DaySums = Readonly<Record<SumsBy, readonly Row[]>>;

const liveOfDay = (by: SumsBy): string =>
  `WITH asked (day) AS (VALUES (?)) SELECT ${['day', ...columnsOf(by)].join(', ')} FROM (${SUMS[by].live('= (SELECT day FROM asked)')})`;

/** Adds a day up from its rows. The slow part: it reads only, so it runs beside the till. */
export const addUpDay = (db: ReadDatabase, day: Day): DaySums =>
  db.snapshot(() => Object.fromEntries(ALL_SUMS.map((by) => [by, db.rows<Row>(liveOfDay(by), [day])])) as unknown as DaySums);

/**
 * Takes the newest finished day before `before` that is not summed, or null. From now on a change of one of its orders, or a
 * payment or refund on it, makes it open again, which keepSums sees.
 */
export const claimDay = (ctx: CommandContext, before: Day): Day | null =>
  ctx.db.row<{ business_date: Day }>(
    `UPDATE sales_days SET state = 'summing' WHERE business_date = (
       SELECT business_date FROM sales_days WHERE state <> 'summed' AND business_date < ? ORDER BY business_date DESC LIMIT 1
     ) RETURNING business_date`,
    [before],
  )?.business_date ?? null;

/** Keeps a claimed day's sums. False, and nothing kept, where something of it changed meanwhile. */
export const keepSums = (ctx: CommandContext, day: Day, sums: DaySums): boolean => {
  const claimed = ctx.db.row("SELECT 1 FROM sales_days WHERE business_date = ? AND state = 'summing'", [day]);
  if (!claimed) return false;
  const { figures } = SUMS.day;
  const [whole = {}] = sums.day;
  ctx.db.execute(`UPDATE sales_days SET state = 'summed', ${figures.map((figure) => `${figure} = ?`).join(', ')} WHERE business_date = ?`, [
    ...figures.map((figure) => whole[figure] ?? 0),
    day,
  ]);
  for (const by of ALL_SUMS) {
    if (by === 'day') continue;
    const columns = columnsOf(by);
    const insert = `INSERT INTO ${SUMS[by].table} (business_date, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`;
    for (const row of sums[by]) ctx.db.execute(insert, [day, ...columns.map((column) => row[column])]);
  }
  return true;
};

/** Throws all kept sums away: every day is read from its own rows until it is summed again. Answers how many days were summed. */
export const openAllDays = (ctx: CommandContext): number =>
  ctx.db.execute("UPDATE sales_days SET state = 'open' WHERE state <> 'open'").changes;
