import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../session/session.tsx';
import { Explain } from './explain.tsx';
import type { FigureTable } from './figure-table.ts';
import classes from './figure.module.css';
import { saveTable } from './save-table.ts';
import { TableView } from './table-view.tsx';
import { useDashboard } from './use-dashboard.ts';

export type FigureName =
  | 'trend_revenue'
  | 'trend_orders'
  | 'items'
  | 'categories'
  | 'hours'
  | 'methods'
  | 'guests'
  | 'stock'
  | 'profit'
  | 'shifts';

interface FigureProps {
  readonly name: FigureName;
  /** How many of the page's six columns it takes. */
  readonly span: 2 | 3 | 4 | 6;
  readonly answer: { readonly error: Error | null; readonly refetch: () => unknown };
  /** Null while it is read. */
  readonly table: FigureTable | null;
  /** Words for a table without rows. */
  readonly empty?: string;
  /** The same as a picture. Without one the table is all there is. */
  readonly children?: ReactNode;
  /** Beside the name. */
  readonly side?: ReactNode;
  /** Of the placeholder while it is read. */
  readonly height?: number;
  /** How many rows are shown; the file has them all. */
  readonly shown?: number | undefined;
  /** Above it. */
  readonly lead?: ReactNode;
  /** Below it. */
  readonly foot?: ReactNode;
}

/** One figure of the page: its name, what it counts, the picture or its table, and the file. */
export const Figure = ({ name, span, answer, table, empty, children, side, height = 280, shown, lead, foot }: FigureProps) => {
  const { t } = useTranslation();
  const { currency } = useFormats();
  const { view, days, show } = useDashboard();
  const title = t(`dashboard.figures.${name}`);
  const hasPicture = children !== undefined;
  const isTable = !hasPicture || view.tables.includes(name);
  const toggle = () => show({ tables: isTable ? view.tables.filter((one) => one !== name) : [...view.tables, name] }, { replace: true });
  const save = () => {
    if (table) saveTable(table, currency, t('dashboard.file', { name: t(`dashboard.files.${name}`), start: days.start, end: days.end }));
  };
  return (
    <section className={classes.figure} data-span={span} aria-label={title} data-figure={name}>
      <header className={classes.head}>
        <h2 className={classes.name}>{title}</h2>
        <Explain name={title} text={t(`dashboard.counts.${name}`)} />
        {side}
        <span className={`${classes.tools} no-print`}>
          {hasPicture ? (
            <ActionIcon size={44} aria-label={t('dashboard.as_table', { name: title })} aria-pressed={isTable} onClick={toggle}>
              {isTable ? <IconChartBar size={20} /> : <IconTable size={20} />}
            </ActionIcon>
          ) : null}
          <ActionIcon
            size={44}
            aria-label={t('dashboard.csv', { name: title })}
            onClick={save}
            disabled={!table || table.rows.length === 0}
          >
            <IconDownload size={20} />
          </ActionIcon>
        </span>
      </header>
      {lead}
      {table === null && answer.error ? (
        <div className={classes.message} role="alert">
          <p>{t('dashboard.failed')}</p>
          <p className={classes.hint}>{answer.error.message}</p>
          <Button variant="light" onClick={() => void answer.refetch()}>
            {t('app.try_again')}
          </Button>
        </div>
      ) : table === null ? (
        <Skeleton height={height} radius={14} aria-hidden="true" />
      ) : table.rows.length === 0 ? (
        <p className={`${classes.message} ${classes.hint}`}>{empty ?? t('dashboard.empty')}</p>
      ) : isTable ? (
        <TableView table={shown === undefined ? table : { ...table, rows: table.rows.slice(0, shown) }} label={title} tall={!hasPicture} />
      ) : (
        children
      )}
      {foot}
    </section>
  );
};
