import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Arranged, ArrangedRow, type Arranging, PlainRow } from './arranged.tsx';
import classes from './list.module.css';
import type { SortOrder } from './list-address.ts';
import type { Switching } from './use-switching.ts';

/** One column. The first one of a list is what a row is called by; it holds the link that opens the row. */
export interface Column<R> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: R) => ReactNode;
  /** The list operation's `sort` by it; without, its head is no button. */
  readonly sort?: string;
  /** For columns whose largest or latest is looked for first. */
  readonly firstOrder?: 'asc' | 'desc';
  readonly align?: 'end';
  /** 1 stays on a phone, 2 goes there, 3 goes also beside an open panel. */
  readonly rank?: 1 | 2 | 3;
}

interface ListTableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => number;
  readonly hrefOf: ((key: number) => string) | null;
  readonly open: number | 'new' | null;
  readonly isOff: (row: R) => boolean;
  readonly sorted: SortOrder;
  readonly onSort: (sorted: SortOrder) => void;
  readonly body: RefObject<HTMLTableSectionElement | null>;
  /** Whether the rows can be moved now. */
  readonly arranging: Arranging | null;
  /** Rows can be chosen, to be switched together. */
  readonly switching: Switching | null;
}

/** The rows of a list under heads that sort it. */
export const ListTable = <R,>(props: ListTableProps<R>) => {
  const { label, columns, rows, keyOf, hrefOf, open, isOff, sorted, onSort, body, arranging, switching } = props;
  const { t } = useTranslation();
  const head = (column: Column<R>) => {
    const { key, sort } = column;
    const isSorted = sort !== undefined && sort === sorted.sort;
    const turn = () => {
      if (sort === undefined) return;
      const first = column.firstOrder ?? 'asc';
      onSort({ sort, order: isSorted ? (sorted.order === 'asc' ? 'desc' : 'asc') : first });
    };
    return (
      <th
        key={key}
        scope="col"
        data-rank={column.rank ?? 2}
        data-align={column.align}
        aria-sort={isSorted ? (sorted.order === 'asc' ? 'ascending' : 'descending') : undefined}
      >
        {sort === undefined ? (
          <span className={classes.head}>{column.label}</span>
        ) : (
          <button type="button" className={classes.head} onClick={turn}>
            {column.label}
            {isSorted ? (
              sorted.order === 'asc' ? (
                <IconArrowUp size={16} aria-hidden="true" />
              ) : (
                <IconArrowDown size={16} aria-hidden="true" />
              )
            ) : null}
          </button>
        )}
      </th>
    );
  };
  const Row = arranging ? ArrangedRow : PlainRow;
  const table = (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {arranging ? <td className={classes.lead} aria-hidden="true" /> : null}
          {switching ? (
            <td className={classes.lead}>
              <Choice
                label={t('list.choose_all')}
                checked={switching.isAll}
                some={switching.count > 0 && !switching.isAll}
                onChange={switching.toggleAll}
              />
            </td>
          ) : null}
          {columns.map(head)}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row) => {
          const key = keyOf(row);
          return (
            <Row
              key={key}
              id={key}
              marks={{
                'data-open': key === open || undefined,
                'data-off': isOff(row) || undefined,
                'data-links': hrefOf !== null || undefined,
                'data-chosen': switching?.isChosen(key) || undefined,
              }}
            >
              {switching ? (
                <td className={classes.lead}>
                  <Choice
                    label={t('list.choose', { name: switching.nameOf(key) })}
                    checked={switching.isChosen(key)}
                    onChange={() => switching.toggle(key)}
                  />
                </td>
              ) : null}
              {columns.map((column, index) => (
                <td key={column.key} data-rank={column.rank ?? 2} data-align={column.align}>
                  {index === 0 && hrefOf ? (
                    <Link
                      href={hrefOf(key)}
                      className={classes.link}
                      aria-current={key === open ? 'true' : undefined}
                      data-space={switching ? 'screen' : undefined}
                    >
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </Row>
          );
        })}
      </tbody>
    </table>
  );
  return arranging ? <Arranged arranging={arranging}>{table}</Arranged> : table;
};

interface ChoiceProps {
  readonly label: string;
  readonly checked: boolean;
  /** Some, but not all. */
  readonly some?: boolean;
  readonly onChange: () => void;
}

const Choice = ({ label, checked, some = false, onChange }: ChoiceProps) => (
  <label className={classes.choice}>
    <input
      type="checkbox"
      aria-label={label}
      checked={checked}
      ref={(box) => {
        if (box) box.indeterminate = some;
      }}
      onChange={onChange}
    />
  </label>
);
