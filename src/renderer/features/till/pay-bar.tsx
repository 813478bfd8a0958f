import { useTranslation } from 'react-i18next';
import { useFormats } from '../session/session.tsx';
import classes from './ticket.module.css';
import { useTicket } from './ticket-store.ts';
import type { TillActions } from './use-till.ts';
import type { TicketPrices } from './use-ticket-prices.ts';

interface PayBarProps {
  readonly prices: TicketPrices;
  readonly till: TillActions;
  /** The payment has begun: the button that begins it is gone. */
  readonly isPaying: boolean;
}

/** Totals, and the button that leads to the payment. */
export const PayBar = ({ prices: { priced, discount, taxRate }, till, isPaying }: PayBarProps) => {
  const { t } = useTranslation();
  const { money, rate } = useFormats();
  const hasLines = useTicket((store) => store.ticket.lines.length > 0);
  const ofLines = priced.lines.reduce((sum, line) => sum + line.line_discount, 0);
  const ofOrder = priced.discount_amount - ofLines;
  const saved = (label: string, amount: number) => (
    <div className={`${classes.sum} ${classes.saved}`}>
      <dt>{label}</dt>
      <dd className="money">{money(0 - amount)}</dd>
    </div>
  );
  return (
    <div className={classes.pay}>
      <dl className={classes.sums}>
        <div className={classes.sum}>
          <dt>{t('ticket.subtotal')}</dt>
          <dd className="money">{money(priced.subtotal)}</dd>
        </div>
        {ofLines > 0 ? saved(t('ticket.line_discounts'), ofLines) : null}
        {discount ? saved(discount.name, ofOrder) : null}
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
      {isPaying ? null : (
        <button type="button" className={classes.place} disabled={!hasLines || taxRate === null} onClick={() => till.pay()}>
          {t('ticket.pay')}
          <kbd aria-hidden="true">F10</kbd>
        </button>
      )}
    </div>
  );
};
