import { IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/session.tsx';
import classes from '../shift/shift.module.css';
import { KINDS, type MovementKind } from './kinds.ts';

export type DrawerAct = MovementKind | 'expense';

/** Everything that happens to the drawer apart from sales, one large key each. */
export const DrawerActions = ({ onAct }: { onAct: (act: DrawerAct) => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className={classes.acts} role="group" aria-label={t('drawer.acts')}>
      {KINDS.map(({ kind, icon: Icon }) => (
        <button key={kind} type="button" className={classes.act} onClick={() => onAct(kind)}>
          <Icon size={26} aria-hidden="true" />
          {t(`drawer.${kind}.name`)}
        </button>
      ))}
      {may('expenses.create') ? (
        <button type="button" className={classes.act} onClick={() => onAct('expense')}>
          <IconReceipt size={26} aria-hidden="true" />
          {t('shift.add_expense')}
        </button>
      ) : null}
    </div>
  );
};
