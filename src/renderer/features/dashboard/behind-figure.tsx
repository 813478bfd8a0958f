import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { averageOf } from '../../../domain/money.ts';
import type { BehindKind } from './behind.ts';
import classes from './behind-panel.module.css';
import { useDashboardFormats } from './use-dashboard-formats.ts';

type Totals = OutputOf<'dashboard.orders'>['totals'];

interface BehindFigureProps {
  readonly kind: BehindKind;
  readonly totals: Totals;
  readonly compared: OutputOf<'dashboard.compare'> | undefined;
}

/** How a figure comes from the sum of the orders below it. */
export const BehindFigure = ({ kind, totals, compared }: BehindFigureProps) => {
  const { t } = useTranslation();
  const { money, count } = useDashboardFormats();
  const isNet = kind === 'net_revenue' || kind === 'net_profit';
  const current = isNet ? compared?.current : undefined;
  const main =
    kind === 'orders' || kind === 'trend'
      ? count(totals.order_count)
      : kind === 'items_sold'
        ? count(totals.quantity)
        : kind === 'average'
          ? money(averageOf(totals.amount, totals.order_count))
          : kind === 'tax'
            ? money(totals.tax_amount)
            : kind === 'discounts'
              ? money(totals.discount_amount)
              : current && kind === 'net_revenue'
                ? money(current.net_revenue)
                : current
                  ? money(current.net_profit)
                  : money(totals.amount);
  const steps: readonly (readonly [string, number])[] = current
    ? [
        [t('dashboard.profit_revenue'), totals.amount],
        [t('dashboard.profit_tax'), 0 - totals.tax_amount],
        [t('dashboard.profit_refunds'), 0 - current.refunds],
        ...(kind === 'net_profit' ? ([[t('dashboard.profit_expenses'), 0 - current.total_expenses]] as const) : []),
      ]
    : [];
  const words = [
    kind === 'average' ? t('dashboard.behind.average_of', { amount: money(totals.amount), count: totals.order_count }) : null,
    kind === 'average' || kind === 'orders' || kind === 'trend' ? null : t('dashboard.by_orders', { count: totals.order_count }),
    kind === 'items_sold' || kind === 'refunds' ? null : t('dashboard.pieces', { count: totals.quantity }),
    kind === 'orders' || kind === 'trend' || kind === 'items_sold' || kind === 'tax' || kind === 'discounts' ? money(totals.amount) : null,
  ].filter(Boolean);
  return (
    <div className={classes.figure}>
      <p className={`${classes.main} figures`} data-testid="behind-figure">
        {main}
      </p>
      <p className={`${classes.words} figures`} data-testid="behind-words">
        {words.join(' · ')}
      </p>
      {steps.length > 0 ? (
        <dl className={classes.steps}>
          {steps.map(([name, amount]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="money">{money(amount)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
};
