import { useTranslation } from 'react-i18next';
import type { ImportCheck } from '../../../contract/exchange.ts';
import classes from './exchange.module.css';

const SHOWN = 8;

/** The first few things that an import would do, so that a person sees what it means. */
export const SampleList = ({ check }: { readonly check: ImportCheck }) => {
  const { t } = useTranslation();
  if (check.sample.length === 0) return null;
  const rest = check.created + check.changed - Math.min(SHOWN, check.sample.length);
  return (
    <ul className={classes.sample} aria-label={t('exchange.sample')}>
      {check.sample.slice(0, SHOWN).map(({ line, act, what, detail }) => (
        <li key={line} className={classes.act}>
          <span className={act === 'create' ? classes.isNew : classes.isChanged}>{t(`exchange.act_${act}`)}</span>
          <span className={classes.subject}>{what}</span>
          <span className={classes.detail}>{detail}</span>
        </li>
      ))}
      {rest > 0 ? <li className={classes.detail}>{t('exchange.and_more', { count: rest })}</li> : null}
    </ul>
  );
};
