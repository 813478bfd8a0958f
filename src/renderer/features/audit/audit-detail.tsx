import { CloseButton, Skeleton } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AuditRow } from '../../../contract/audit.ts';
import { useCall } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './audit.module.css';
import { nameInRow, pairsOf, type ValuePair, type valueWriter } from './audit-values.ts';
import { placeOf } from './links.ts';
import { useAuditWords } from './words.ts';

interface AuditDetailProps {
  readonly id: number;
  readonly write: ReturnType<typeof valueWriter>;
  readonly onClose: () => void;
}

/** One act whole: by whom, allowed by whom, from where, and the values before and after side by side. */
export const AuditDetail = ({ id, write, onClose }: AuditDetailProps) => {
  const { t } = useTranslation();
  const found = useCall('audit.get', { audit_id: id });
  return (
    <aside className={classes.detail} aria-label={t('audit.detail', { id })}>
      <CloseButton className={classes.close ?? ''} size={44} aria-label={t('app.close')} onClick={onClose} />
      {found.data ? (
        <Detail row={found.data} write={write} />
      ) : found.error ? (
        <Problem error={found.error} />
      ) : (
        <Skeleton height={320} radius={18} />
      )}
    </aside>
  );
};

const Detail = ({ row, write }: { row: AuditRow; write: AuditDetailProps['write'] }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const words = useAuditWords();
  const pairs = pairsOf(row, write);
  const place = placeOf(row.entity_type, row.entity_id);
  const name = nameInRow(row);
  const door = (['ipc', 'http', 'cli'] as const).find((one) => one === row.door);
  const facts: readonly (readonly [string, string | null])[] = [
    [t('audit.who'), row.actor],
    [t('audit.approved_by'), row.approved_by],
    [t('audit.when'), dateTime(row.timestamp)],
    [t('audit.where'), [door ? t(`audit.doors.${door}`) : row.door, row.ip_address].filter(Boolean).join(', ')],
    [t('audit.program'), row.user_agent],
    [t('audit.reason'), row.reason],
  ];
  return (
    <>
      <h2 className={classes.title}>
        {words.thing(row.entity_type)} {name === null ? (row.entity_id ?? '') : `“${name}”`}
        <span className={classes.titleAct}>{words.act(row.action)}</span>
      </h2>
      {place === null ? null : (
        <Link href={place} className={classes.open}>
          {t('audit.open', { thing: words.thing(row.entity_type) })}
          <IconArrowUpRight size={20} aria-hidden="true" />
        </Link>
      )}
      <dl className={classes.facts}>
        {facts.map(([label, value]) =>
          value === null || value === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {pairs.length === 0 ? <p className={classes.quiet}>{t('audit.no_values')}</p> : <Values pairs={pairs} />}
      <p className={classes.hash}>{t('audit.row_hash', { id: row.id, hash: row.hash.slice(0, 16) })}</p>
    </>
  );
};

const Values = ({ pairs }: { pairs: readonly ValuePair[] }) => {
  const { t } = useTranslation();
  const words = useAuditWords();
  const hasBefore = pairs.some(({ before }) => before !== undefined);
  const hasAfter = pairs.some(({ after }) => after !== undefined);
  return (
    <table className={classes.values}>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          {hasBefore ? <th scope="col">{t('audit.before')}</th> : null}
          {hasAfter ? <th scope="col">{t('audit.after')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ field, before, after, changed }) => (
          <tr key={field} data-changed={changed || undefined}>
            <th scope="row">
              {words.field(field)}
              {changed ? <span className="visually-hidden"> {t('audit.changed')}</span> : null}
            </th>
            {hasBefore ? <td>{before ?? ''}</td> : null}
            {hasAfter ? <td>{after ?? ''}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
