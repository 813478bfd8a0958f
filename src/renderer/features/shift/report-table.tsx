import { useTranslation } from 'react-i18next';
import classes from './report.module.css';

/** Rows of the report; the first column is words, the rest are figures. */
export const ReportTable = ({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly string[])[] }) => {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className={classes.none}>{t('report.nothing_sold')}</p>;
  return (
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
        {rows.map((cells, index) => (
          <tr key={index}>
            {cells.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column} className="money">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
