import { Link } from 'wouter';
import type { FigureTable } from './figure-table.ts';
import classes from './table-view.module.css';
import { useDashboardFormats } from './use-dashboard-formats.ts';

/** The figures of a chart as a table; a cell that leads somewhere is a link. */
export const TableView = ({ table, label, tall = false }: { table: FigureTable; label: string; tall?: boolean }) => {
  const { cell } = useDashboardFormats();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={classes.scroll} data-tall={tall || undefined} role="group" aria-label={label} tabIndex={0}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {table.columns.map(({ head, kind }) => (
              <th key={head} scope="col" data-kind={kind}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells, links, isTotal, isPart }) => (
            <tr key={key} data-total={isTotal || undefined} data-part={isPart || undefined}>
              {cells.map((value, column) => {
                const kind = table.columns[column]?.kind ?? 'text';
                const to = links?.[column];
                const text = cell(value, kind);
                const content = to ? <Link href={to}>{text}</Link> : text;
                return column === 0 ? (
                  <th key={column} scope="row" data-kind={kind}>
                    {content}
                  </th>
                ) : (
                  <td key={column} data-kind={kind} className={kind === 'text' ? undefined : 'figures'}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
