import { useTranslation } from 'react-i18next';
import type { Refundable } from '../../../contract/refunds.ts';
import { Segments } from '../../ui/segments.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { useFormats } from '../session/session.tsx';
import { type Choices, GOODS_CHOICES, type GoodsChoice, lineAmount } from './refund-plan.ts';
import classes from './refund.module.css';

interface RefundLinesProps {
  readonly lines: Refundable['lines'];
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly isAll: boolean;
  readonly onAll: () => void;
}

/** How many of each line come back, and what becomes of the goods. */
export const RefundLines = ({ lines, choices, onChoices, isAll, onAll }: RefundLinesProps) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const set = (id: number, quantity: number, goods: GoodsChoice) => {
    const next = new Map(choices);
    if (quantity === 0) next.delete(id);
    else next.set(id, { quantity, goods });
    onChoices(next);
  };
  return (
    <section className={classes.card} aria-label={t('refund.lines')}>
      <div className={classes.listHead}>
        <h2 className={classes.heading}>{t('refund.lines')}</h2>
        <button type="button" className={classes.all} aria-pressed={isAll} onClick={onAll}>
          {t('refund.everything')}
          <kbd aria-hidden="true">F7</kbd>
        </button>
      </div>
      <ul className={classes.lines}>
        {lines.map((line) => {
          const choice = choices.get(line.order_line_id);
          const quantity = choice?.quantity ?? 0;
          const goods = choice?.goods ?? 'kept';
          return (
            <li key={line.order_line_id} data-chosen={quantity > 0 || undefined} data-testid="refund-line">
              <div className={classes.line}>
                <span className={classes.what}>
                  <span className={classes.name}>{line.item_name}</span>
                  <span className={classes.extra}>
                    {line.left === 0
                      ? t('refund.all_back')
                      : line.refunded > 0
                        ? t('refund.left_of', { left: line.left, count: line.quantity })
                        : t('refund.sold', { count: line.quantity })}
                  </span>
                </span>
                <Stepper
                  label={t('refund.quantity_of', { name: line.item_name })}
                  fewer={t('refund.fewer', { name: line.item_name })}
                  more={t('refund.more', { name: line.item_name })}
                  value={quantity}
                  min={0}
                  max={line.left}
                  onChange={(next) => set(line.order_line_id, next, goods)}
                />
                <span className={`${classes.lineAmount} money`}>{quantity > 0 ? money(lineAmount(line, quantity)) : ''}</span>
              </div>
              {quantity > 0 ? (
                <Segments
                  label={t('refund.goods_of', { name: line.item_name })}
                  value={goods}
                  onChange={(next) => set(line.order_line_id, quantity, next)}
                  options={GOODS_CHOICES.map((value) => ({ value, name: t(`refund.goods_${value}`) }))}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
