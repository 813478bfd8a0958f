import { useTranslation } from 'react-i18next';
import type { DrawerMovement } from '../../../contract/drawer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ReceiptChoice } from '../receipt/receipt-choice.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './slip.module.css';
import { effectOf } from './kinds.ts';

/** One movement, with its paper: printed again it says COPY n. */
export const SlipDialog = ({ move, onClose }: { move: DrawerMovement; onClose: () => void }) => {
  const { t } = useTranslation();
  const { signed, dateTime } = useFormats();
  return (
    <Dialog title={t(`drawer.${move.kind}.title`)} onClose={onClose}>
      <div className={classes.slip}>
        {move.kind === 'no_sale' ? null : <p className={`${classes.amount} money`}>{signed(effectOf(move))}</p>}
        <p>{move.reason}</p>
        <p className={classes.who}>
          {[
            t('report.by', { time: dateTime(move.created_at), name: move.made_by }),
            move.approved_by ? t('drawer.approved_by', { name: move.approved_by }) : null,
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
        <ReceiptChoice document="drawer" id={move.id} number={`drawer-${move.id}`} opensDrawer={false} keys="shift" />
      </div>
    </Dialog>
  );
};
