import type { ZReport } from '../../../contract/z-report.ts';
import { CHAIN_START } from '../audit/index.ts';
import { figuresOf, MARKS, type ZRange, zHash } from '../drawer/index.ts';
import type { Check, Findings } from './check.ts';

type Marks = Record<(typeof MARKS)[keyof ZRange], number>;

interface ZRow extends Marks {
  readonly z_number: number;
  readonly shift_id: number;
  readonly snapshot: string;
  readonly previous_hash: string;
  readonly hash: string;
}

const TABLES = Object.keys(MARKS) as (keyof ZRange)[];

/**
 * Z reports are numbered from 1 without a gap, each hash ties one to the one before, each begins where that one ended, and
 * each snapshot still says what its rows say.
 */
export const checkZReports: Check = (db, findings) => {
  const start = db.row<Marks>('SELECT * FROM z_start');
  let before: Marks | undefined = start;
  let previous = CHAIN_START;
  let grand = { sales: 0, returns: 0, net: 0 };
  let expectedNumber = 1;
  for (const row of db.rows<ZRow>('SELECT * FROM z_reports ORDER BY z_number')) {
    findings.checked += 1;
    const name = `Z ${row.z_number}`;
    if (row.z_number !== expectedNumber) findings.fault(`Z ${expectedNumber} is missing`);
    expectedNumber = row.z_number + 1;
    if (row.previous_hash !== previous) findings.fault(`${name} does not follow the Z before it`);
    previous = row.hash;
    const range = {} as Record<keyof ZRange, { after: number; upTo: number }>;
    for (const table of TABLES) {
      range[table] = { after: before?.[MARKS[table]] ?? 0, upTo: row[MARKS[table]] };
      if (range[table].upTo < range[table].after) findings.fault(`${name} ends before it begins, in ${table}`);
    }
    before = row;
    if (zHash(row.previous_hash, row.snapshot) !== row.hash) {
      findings.fault(`${name} was changed: it does not fit its hash`);
      grand = withSales(grand, figuresOf(db, range).sales);
      continue;
    }
    const report = JSON.parse(row.snapshot) as ZReport;
    if (report.identity.z_number !== row.z_number || report.identity.shift_id !== row.shift_id)
      findings.fault(`${name} has the snapshot of another`);
    for (const check of report.checks) if (!check.ok) findings.fault(`${name}: ${check.name}: ${check.detail}`);
    compare(findings, name, report, figuresOf(db, range));
    grand = withSales(grand, report.sales);
    if (JSON.stringify(report.grand_totals) !== JSON.stringify(grand))
      findings.fault(`${name}: its grand totals are not those of the Z before with its own`);
    grand = report.grand_totals;
  }
  const written =
    db.row<{ n: number | null }>("SELECT max(entity_id) AS n FROM audit_log WHERE entity_type = 'ZReport' AND action = 'create'")?.n ?? 0;
  if (written >= expectedNumber) findings.fault(`Z ${expectedNumber} to ${written} are missing: the audit knows them`);
};

const withSales = (grand: ZReport['grand_totals'], sales: ZReport['sales']): ZReport['grand_totals'] => ({
  sales: grand.sales + sales.net_with_tax + sales.voids + sales.refunds,
  returns: grand.returns + sales.voids + sales.refunds,
  net: grand.net + sales.net_with_tax,
});

/** Names of methods and categories may be changed later; amounts never. */
const compare = (findings: Findings, name: string, report: ZReport, rows: ReturnType<typeof figuresOf>): void => {
  const amounts = (tenders: ZReport['tenders']) =>
    tenders.map(({ name: _, ...tender }) => tender).sort((a, b) => a.method.localeCompare(b.method));
  const parts = [
    ['sales', report.sales, rows.sales],
    ['categories', report.by_category, rows.by_category],
    ['tax', report.tax, rows.tax],
    ['tenders', amounts(report.tenders), amounts(rows.tenders)],
    ['deposits', report.deposits, rows.deposits],
  ] as const;
  for (const [part, said, found] of parts) {
    if (JSON.stringify(said) !== JSON.stringify(found)) findings.fault(`${name}: its ${part} are not those of the rows it covers`);
  }
};
