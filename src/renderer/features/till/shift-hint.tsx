import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMay } from '../session/session.tsx';
import classes from './ticket.module.css';
import { useOpenShift } from './use-open-shift.ts';

/** Selling without a shift works, but its cash is in no drawer count: said plainly, with the way to open one. */
export const ShiftHint = () => {
  const { t } = useTranslation();
  const may = useMay();
  const shift = useOpenShift();
  if (shift !== null) return null;
  return (
    <div className={classes.shiftHint}>
      <p>
        <strong>{t('till.no_shift')}</strong> {t('till.no_shift_hint')}
      </p>
      {may('shifts.operate') ? (
        <Link href="/shift" className={classes.shiftLink}>
          {t('till.open_shift')}
        </Link>
      ) : null}
    </div>
  );
};
