import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Discount } from '../../../contract/discounts.ts';
import { discountUnits } from '../../../domain/discount.ts';
import { walkButtons } from '../../keyboard/walk-buttons.ts';
import choice from '../../ui/choice.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import { useFormats } from '../session/session.tsx';
import { useRunningDiscounts } from './use-ticket-prices.ts';

interface DiscountPickerProps {
  readonly chosen: number | null;
  readonly reason: string | null;
  readonly onChoose: (id: number | null, reason: string | null) => void;
  readonly onClose: () => void;
}

/** One of the discounts that run now, or none. One that needs a reason asks for it. */
export const DiscountPicker = ({ chosen, reason, onChoose, onClose }: DiscountPickerProps) => {
  const { t } = useTranslation();
  const { money, rate, currency } = useFormats();
  const discounts = useRunningDiscounts();
  const [asking, setAsking] = useState<Discount | null>(null);
  const worth = ({ type, value }: Discount) => {
    const units = discountUnits(type, value, currency.decimals) ?? 0;
    return type === 'percentage' ? t('discount.percent', { value: rate(units) }) : t('discount.flat', { amount: money(units) });
  };
  const choose = (id: number | null, why: string | null) => {
    onChoose(id, why);
    onClose();
  };
  if (asking) {
    return (
      <Dialog title={asking.name} onClose={onClose}>
        <DiscountReason
          given={asking.id === chosen ? (reason ?? '') : ''}
          onBack={() => setAsking(null)}
          onGive={(why) => choose(asking.id, why)}
        />
      </Dialog>
    );
  }
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
                  disabled={!discount.isNow}
                  onClick={() => (discount.needs_reason ? setAsking(discount) : choose(discount.id, null))}
                >
                  <span className={choice.main}>
                    {discount.name}
                    {discount.isNow ? null : <span className={choice.sub}>{t('discount.not_now')}</span>}
                  </span>
                  <span className={`${choice.side} figures`}>{worth(discount)}</span>
                </button>
              </li>
            ))}
            <li>
              <button
                type="button"
                className={`${choice.choice} ${choice.tall}`}
                aria-pressed={chosen === null}
                onClick={() => choose(null, null)}
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

const DiscountReason = ({ given, onBack, onGive }: { given: string; onBack: () => void; onGive: (reason: string) => void }) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState(given);
  const [missing, setMissing] = useState(false);
  const give = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') onGive(reason.trim());
  };
  return (
    <form onSubmit={give} noValidate>
      <Stack gap="md">
        <ReasonField
          label={t('discount.reason')}
          suggestions={[t('price.reason_waited'), t('price.reason_wrong'), t('price.reason_staff'), t('price.reason_guest')]}
          value={reason}
          onChange={setReason}
          error={missing ? t('price.reason_missing') : null}
          autoFocus
        />
        <Group justify="space-between">
          <Button variant="default" size="lg" onClick={onBack}>
            {t('app.back')}
          </Button>
          <Button type="submit" size="lg">
            {t('discount.give')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
