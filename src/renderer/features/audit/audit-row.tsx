import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AuditRow } from '../../../contract/audit.ts';
import { useFormats } from '../session/session.tsx';
import classes from './audit.module.css';
import { nameInRow, pairsOf, type valueWriter } from './audit-values.ts';
import { useAuditWords } from './words.ts';

interface AuditRowLinkProps {
  readonly row: AuditRow;
  readonly href: string;
  readonly isOpen: boolean;
  readonly write: ReturnType<typeof valueWriter>;
}

const SHOWN_CHANGES = 2;

/** One act in one line: when, who, what, and the first of what it changed. */
export const AuditRowLink = ({ row, href, isOpen, write }: AuditRowLinkProps) => {
  const { t } = useTranslation();
  const { dayTime } = useFormats();
  const words = useAuditWords();
  const name = nameInRow(row);
  const isSession = row.entity_type === 'Session';
  const changes = pairsOf(row, write)
    .filter(({ changed, before, after }) => changed && `${before}${after}`.length < 80)
    .slice(0, SHOWN_CHANGES)
    .map(({ field, before, after }) => `${words.field(field)}: ${before ?? t('audit.nothing')} → ${after ?? t('audit.nothing')}`);
  return (
    <li>
      <Link href={href} className={classes.row} aria-current={isOpen ? 'true' : undefined} data-testid="audit-row">
        <span className={classes.when}>{dayTime(row.timestamp)}</span>
        <span className={classes.what}>
          <span className={classes.headline}>
            {/* Nobody is signed in yet when somebody signs in: the session is theirs. */}
            <span className={classes.actor}>{isSession ? (name ?? row.actor) : row.actor}</span> {words.act(row.action)}{' '}
            {isSession ? null : (
              <span className={classes.thing}>
                {words.thing(row.entity_type)}
                {name === null ? (row.entity_id === null ? '' : ` ${row.entity_id}`) : ` “${name}”`}
              </span>
            )}
          </span>
          <span className={classes.extra}>
            {[
              ...changes,
              row.reason === null ? null : t('audit.because', { reason: row.reason }),
              row.approved_by === null ? null : t('audit.approved', { name: row.approved_by }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </Link>
    </li>
  );
};
