import { expectedCash, readLedger } from '../drawer/index.ts';
import type { Check } from './check.ts';

interface ClosedShift {
  readonly id: number;
  readonly closing_cash: number | null;
  readonly counted: number;
  readonly expected: number;
}

/** A closed drawer's count still has beside it what its rows say should have been there, and is what the shift was closed with. */
export const checkDrawer: Check = (db, findings) => {
  findings.countRows(db, 'drawer_movements');
  findings.faultsOf(
    db,
    `SELECT 'count ' || cash_counts.id || ': its denominations add up to ' || coalesce(sum(json_extract(value, '$.value') * json_extract(value, '$.count')), 0) || ', not to ' || amount AS fault
     FROM cash_counts JOIN json_each(denominations) WHERE denominations IS NOT NULL GROUP BY cash_counts.id
     HAVING coalesce(sum(json_extract(value, '$.value') * json_extract(value, '$.count')), 0) <> amount`,
  );
  const shifts = db.rows<ClosedShift>(
    `SELECT shifts.id, closing_cash, amount AS counted, expected FROM shifts
     JOIN cash_counts ON cash_counts.id = (SELECT max(id) FROM cash_counts WHERE shift_id = shifts.id) WHERE status = 'closed' ORDER BY shifts.id`,
  );
  for (const shift of shifts) {
    findings.checked += 1;
    const expected = expectedCash(readLedger(db, shift.id));
    if (expected !== shift.expected)
      findings.fault(`shift ${shift.id}: ${shift.expected} was expected at its count, its rows say ${expected}`);
    if (shift.counted !== shift.closing_cash)
      findings.fault(`shift ${shift.id} was closed with ${shift.closing_cash}, but its last count is ${shift.counted}`);
  }
  findings.faultsOf(
    db,
    `SELECT 'shift ' || shifts.id || ' was counted and closed, but has no Z report' AS fault FROM shifts
     WHERE status = 'closed' AND EXISTS (SELECT 1 FROM cash_counts WHERE shift_id = shifts.id) AND NOT EXISTS (SELECT 1 FROM z_reports WHERE shift_id = shifts.id)`,
  );
};
