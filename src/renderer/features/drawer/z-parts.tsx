import type { ReactNode } from 'react';
import classes from './z.module.css';

/** A part of the report under its heading. */
export const Part = ({ title, children, wide }: { title: string; children: ReactNode; wide?: boolean }) => (
  <section className={classes.part} data-wide={wide || undefined} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

interface LineProps {
  readonly label: ReactNode;
  readonly value: string;
  readonly kind?: 'sum' | 'result' | 'bad' | 'good' | undefined;
  /** For tests, which read it as `z-<name>`. */
  readonly name?: string;
}

/** A figure with its name. */
export const Line = ({ label, value, kind, name }: LineProps) => (
  <div className={classes.line} data-kind={kind}>
    <dt>{label}</dt>
    <dd className="money" data-testid={name ? `z-${name}` : undefined}>
      {value}
    </dd>
  </div>
);

interface GridProps {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** In place of the rows when there are none. */
  readonly empty: string;
}

/** Rows of figures; the first column is words. */
export const Grid = ({ heads, rows, empty }: GridProps) => {
  if (rows.length === 0) return <p className={classes.none}>{empty}</p>;
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{first}</th>
              {cells.map((cell, column) => (
                <td key={column} className="money">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
