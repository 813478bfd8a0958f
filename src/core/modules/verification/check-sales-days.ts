import { ALL_SUMS, columnsOf, keptSums, SUMS } from '../reports/index.ts';
import type { Check } from './check.ts';

const SUMMED = "IN (SELECT business_date FROM sales_days WHERE state = 'summed')";
/** A day on which every order was deleted has figures, all 0, and no order to read them from. */
const SUMMED_WITH_ORDERS = "IN (SELECT business_date FROM sales_days WHERE state = 'summed' AND orders > 0)";

/** What a day's figures are read from. */
const BY_DAY = [
  ['orders', 'orders'],
  ['settlements', 'settled sales'],
  ['payments', 'payments'],
  ['refunds', 'refunds'],
] as const;

/** Days that are summed say what their rows say, and every day with anything is known, so that none is left out. */
export const checkSalesDays: Check = (db, findings) => {
  findings.countRows(db, 'sales_days');
  for (const [table, what] of BY_DAY) {
    findings.faultsOf(
      db,
      `SELECT 'the day ' || business_date || ' has ${what}, but reports do not know it' AS fault FROM (
         SELECT DISTINCT business_date FROM ${table} EXCEPT SELECT business_date FROM sales_days
       )`,
    );
  }
  for (const by of ALL_SUMS) {
    const columns = ['day', ...columnsOf(by)].join(', ');
    const kept = `SELECT ${columns} FROM (${keptSums(by, by === 'day' ? SUMMED_WITH_ORDERS : 'IS NOT NULL')})`;
    const live = `SELECT ${columns} FROM (${SUMS[by].live(SUMMED)})`;
    // A discount without a name has a null among its keys.
    const text = ['day', ...columnsOf(by)].map((column) => `coalesce(${column}, '-')`).join(" || ', ' || ");
    findings.faultsOf(db, `SELECT 'sums by ${by} are not what its rows say: ' || ${text} AS fault FROM (${kept} EXCEPT ${live})`);
    findings.faultsOf(db, `SELECT 'sums by ${by} lack what its rows say: ' || ${text} AS fault FROM (${live} EXCEPT ${kept})`);
  }
};
