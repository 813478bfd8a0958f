import { IconCash, IconCreditCard, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PAYMENT_METHODS, type PaymentMethod } from '../../../domain/payment-method.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './ticket.module.css';
import { useTicket } from './ticket-store.ts';
import type { TillActions } from './use-till.ts';
import type { TicketPrices } from './use-ticket-prices.ts';

export const METHOD_ICONS = { cash: IconCash, card: IconCreditCard, mobile: IconDeviceMobile } as const satisfies Record<
  PaymentMethod,
  unknown
>;

/** Totals, how it is paid, and the button that places the order. */
export const PayBar = ({ prices: { priced, discount, taxRate }, till }: { prices: TicketPrices; till: TillActions }) => {
  const { t } = useTranslation();
  const { money, rate } = useFormats();
  const ticket = useTicket((store) => store.ticket);
  const hasLines = ticket.lines.length > 0;
  const { error } = till.placing;
  return (
    <div className={classes.pay}>
      <dl className={classes.sums}>
        <div className={classes.sum}>
          <dt>{t('ticket.subtotal')}</dt>
          <dd className="money">{money(priced.subtotal)}</dd>
        </div>
        {discount ? (
          <div className={`${classes.sum} ${classes.saved}`}>
            <dt>{discount.name}</dt>
            <dd className="money">{money(0 - priced.discount_amount)}</dd>
          </div>
        ) : null}
        <div className={classes.sum}>
          <dt>{t('ticket.tax', { rate: taxRate === null ? '' : rate(taxRate) })}</dt>
          <dd className="money">{money(priced.tax_amount)}</dd>
        </div>
        <div className={`${classes.sum} ${classes.total}`} aria-live="polite" aria-atomic="true">
          <dt>{t('ticket.total')}</dt>
          <dd className="money" data-testid="ticket-total">
            {money(priced.total)}
          </dd>
        </div>
      </dl>
      <div className={classes.methods} role="radiogroup" aria-label={t('ticket.method')}>
        {PAYMENT_METHODS.map((method) => {
          const Icon = METHOD_ICONS[method];
          return (
            <button
              key={method}
              type="button"
              role="radio"
              aria-checked={method === ticket.payment_method}
              className={classes.method}
              onClick={() => till.setMethod(method)}
            >
              <Icon size={22} aria-hidden="true" />
              {t(`method.${method}`)}
            </button>
          );
        })}
      </div>
      <Problem text={error ? (error.code === 'offline' ? t('ticket.unsure') : error.message) : null} />
      <button
        type="button"
        className={classes.place}
        disabled={!hasLines || taxRate === null}
        aria-busy={till.placing.busy}
        onClick={till.place}
      >
        {t(till.placing.busy ? 'ticket.placing' : 'ticket.place')}
        {till.placing.busy ? null : <kbd aria-hidden="true">F10</kbd>}
      </button>
    </div>
  );
};
