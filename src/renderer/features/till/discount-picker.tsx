import { useTranslation } from 'react-i18next';
import type { Discount } from '../../../contract/discounts.ts';
import { discountUnits } from '../../../domain/discount.ts';
import { walkButtons } from '../../keyboard/walk-buttons.ts';
import choice from '../../ui/choice.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFormats } from '../session/session.tsx';
import { useRunningDiscounts } from './use-ticket-prices.ts';

interface DiscountPickerProps {
  readonly chosen: number | null;
  readonly onChoose: (id: number | null) => void;
  readonly onClose: () => void;
}

/** One of the discounts that run now, or none. */
export const DiscountPicker = ({ chosen, onChoose, onClose }: DiscountPickerProps) => {
  const { t } = useTranslation();
  const { money, rate, currency } = useFormats();
  const discounts = useRunningDiscounts();
  const worth = ({ type, value }: Discount) => {
    const units = discountUnits(type, value, currency.decimals) ?? 0;
    return type === 'percentage' ? t('discount.percent', { value: rate(units) }) : t('discount.flat', { amount: money(units) });
  };
  const choose = (id: number | null) => {
    onChoose(id);
    onClose();
  };
  return (
    <Dialog title={t('discount.title')} onClose={onClose}>
      {discounts?.length === 0 ? (
        <Notice title={t('discount.empty')} />
      ) : (
        <div role="presentation" onKeyDown={walkButtons}>
          <ul className={choice.list}>
            {discounts?.map((discount, index) => (
              <li key={discount.id}>
                <button
                  type="button"
                  className={`${choice.choice} ${choice.tall}`}
                  aria-pressed={discount.id === chosen}
                  data-autofocus={discount.id === chosen || (chosen === null && index === 0) || undefined}
                  onClick={() => choose(discount.id)}
                >
                  <span className={choice.main}>{discount.name}</span>
                  <span className={`${choice.side} figures`}>{worth(discount)}</span>
                </button>
              </li>
            ))}
            <li>
              <button
                type="button"
                className={`${choice.choice} ${choice.tall}`}
                aria-pressed={chosen === null}
                onClick={() => choose(null)}
              >
                <span className={choice.main}>{t('discount.none')}</span>
              </button>
            </li>
          </ul>
        </div>
      )}
    </Dialog>
  );
};
