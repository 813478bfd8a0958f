import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { StockMovement } from '../../../contract/stock.ts';
import { useFormats } from '../session/session.tsx';
import classes from './stock.module.css';

/** Why a movement was made: its reason, the order it belongs to, who brought it and what was noted. */
export const MovementText = ({ movement }: { movement: StockMovement }) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const { order_id, order_number, supplier, reference, unit_cost, note } = movement;
  const more = [supplier, reference, unit_cost === null ? null : t('stock.each', { cost: money(unit_cost) }), note].filter(Boolean);
  return (
    <>
      {t(`stock.reason_${movement.reason}`)}
      {order_id !== null && order_number !== null ? (
        <>
          {' '}
          <Link href={`/orders/order/${order_id}`} className={`${classes.link} ${classes.number}`}>
            {order_number}
          </Link>
        </>
      ) : null}
      {more.length > 0 ? <span className={classes.quiet}> {more.join(' · ')}</span> : null}
    </>
  );
};
