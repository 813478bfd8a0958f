import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ReportAnswer } from '../../../contract/reports.ts';
import { REPORT_TABLES, type ReportColumn, type ReportId, type ReportRow, shownColumns } from '../../../contract/report-tables.ts';
import type { ReportView } from './report-address.ts';
import { useRowLinks } from './use-row-links.ts';
import classes from './report-table.module.css';
import { useCells } from './use-cells.ts';

const isRight = ({ kind }: ReportColumn): boolean => kind === 'money' || kind === 'count' || kind === 'rate';

interface ReportTableProps {
  readonly id: ReportId;
  readonly answer: ReportAnswer;
  readonly view: ReportView;
  /** The address that lists the orders behind a row. */
  readonly behind: (row: string) => string;
  readonly onSort: (sort: string, direction: 'asc' | 'desc') => void;
}

/** The rows under heads that sort them, and below all of them the totals of the whole report. */
export const ReportTable = ({ id, answer, view, behind, onSort }: ReportTableProps) => {
  const { t } = useTranslation();
  const cell = useCells();
  const columns = shownColumns(id);
  const { sorts } = REPORT_TABLES[id];
  const linkOf = useRowLinks(id, view, behind);
  const head = ([key, column]: readonly [string, ReportColumn]) => {
    const isSorted = view.sort === key;
    const label = t(`reports.columns.${key}`);
    // Names begin with A, figures with the largest.
    const turned = isSorted ? (view.direction === 'asc' ? 'desc' : 'asc') : isRight(column) ? 'desc' : 'asc';
    return (
      <th
        key={key}
        scope="col"
        data-right={isRight(column) || undefined}
        aria-sort={isSorted ? (view.direction === 'asc' ? 'ascending' : 'descending') : undefined}
      >
        {sorts.includes(key) ? (
          <button type="button" className={classes.head} onClick={() => onSort(key, turned)}>
            {label}
            {isSorted ? (
              view.direction === 'asc' ? (
                <IconArrowUp size={16} aria-hidden="true" />
              ) : (
                <IconArrowDown size={16} aria-hidden="true" />
              )
            ) : null}
          </button>
        ) : (
          <span className={classes.head}>{label}</span>
        )}
      </th>
    );
  };
  const data = (row: ReportRow, [key, column]: readonly [string, ReportColumn]) => {
    const value = row[key] ?? null;
    const words = id === 'archive' && key === 'z_number' ? t('reports.z', { number: value }) : cell(key, column, value);
    const link = linkOf(row, key);
    const isDifference = key === 'over_short' && typeof value === 'number' && value !== 0;
    return (
      <td
        key={key}
        data-kind={column.kind}
        data-right={isRight(column) || undefined}
        data-zero={(isRight(column) && value === 0) || undefined}
        data-difference={isDifference ? (value > 0 ? 'over' : 'short') : undefined}
      >
        {link === null ? (
          words
        ) : (
          <Link href={link} className={classes.link}>
            {words}
          </Link>
        )}
      </td>
    );
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by the keyboard
    <section className={`${classes.scroll} print-flow`} aria-label={t(`reports.titles.${id}`)} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>{columns.map(head)}</tr>
        </thead>
        <tbody>
          {answer.items.map((row, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the rows of a report have nothing else that is theirs alone
            <tr key={at}>{columns.map((column) => data(row, column))}</tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            {columns.map(([key, column], at) => {
              const total = answer.totals[key];
              return at === 0 ? (
                <th key={key} scope="row">
                  {t('reports.total')}
                </th>
              ) : (
                <td key={key} data-right={isRight(column) || undefined} data-kind={column.kind}>
                  {total === undefined ? '' : cell(key, column, total)}
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </section>
  );
};
