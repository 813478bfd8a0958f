import { useTranslation } from 'react-i18next';
import type { Order } from '../../../contract/orders.ts';
import { useFormats } from '../session/session.tsx';
import classes from './order.module.css';

/** What was ordered and what it came to. */
export const OrderLines = ({ order }: { order: Order }) => {
  const { t } = useTranslation();
  const { money, rate, dateTime } = useFormats();
  const ofLines = order.items.reduce((sum, line) => sum + line.line_discount, 0);
  const ofOrder = order.discount_amount - ofLines;
  const facts: readonly (readonly [string, string])[] = [
    [t('order.placed_at'), dateTime(order.created_at)],
    [t('order.customer'), order.customer_name ?? t('board.walk_in')],
    [t('order.shift'), order.shift_id === null ? t('order.no_shift') : String(order.shift_id)],
    ...(order.approved_by ? [[t('order.approved_by'), order.approved_by] as const] : []),
  ];
  const sum = (label: string, amount: number, isTotal = false) => (
    <div className={isTotal ? classes.total : classes.sum}>
      <dt>{label}</dt>
      <dd className="money">{money(amount)}</dd>
    </div>
  );
  return (
    <section className={classes.card} aria-label={t('order.lines')}>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {order.notes ? <p className={classes.note}>{order.notes}</p> : null}
      <ul className={classes.lines}>
        {order.items.map((line) => (
          <li key={line.id}>
            <span className={`${classes.quantity} figures`}>{line.quantity}</span>
            <span>
              <span className={classes.name}>{line.item_name}</span>
              {line.addons.map((addon) => (
                <span key={addon.id} className={classes.extra}>
                  {addon.addon_name} <span className="money">+{money(addon.price)}</span>
                </span>
              ))}
              {line.notes ? <span className={classes.extra}>{line.notes}</span> : null}
              {line.line_discount > 0 ? (
                <span className={classes.saved}>
                  {[
                    line.line_discount_kind === 'comp' ? t('price.comped') : `${t('price.reduced')} ${money(0 - line.line_discount)}`,
                    line.line_discount_reason,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              ) : null}
            </span>
            <span className="money">{money(line.subtotal)}</span>
          </li>
        ))}
      </ul>
      <dl className={classes.sums}>
        {sum(t('ticket.subtotal'), order.subtotal)}
        {ofLines > 0 ? sum(t('ticket.line_discounts'), 0 - ofLines) : null}
        {ofOrder > 0
          ? sum([order.discount_name ?? t('order.discount'), order.discount_reason].filter(Boolean).join(' · '), 0 - ofOrder)
          : null}
        {sum(t('ticket.tax', { rate: rate(order.tax_rate) }), order.tax_amount)}
        {sum(t('ticket.total'), order.total, true)}
      </dl>
    </section>
  );
};
