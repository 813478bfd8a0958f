import { IconCash, IconCreditCard, IconDeviceMobile, IconTicket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PaymentMethodInfo } from '../../../contract/payments.ts';
import { walkButtons } from '../../keyboard/walk-buttons.ts';
import classes from './pay.module.css';

export const KIND_ICONS = { cash: IconCash, card: IconCreditCard, mobile: IconDeviceMobile, other: IconTicket } as const satisfies Record<
  PaymentMethodInfo['kind'],
  unknown
>;

/** The shop calls its own methods as it likes; the three that every shop has are named in the language of the screens. */
export const useMethodName = () => {
  const { t } = useTranslation();
  const builtIn: Readonly<Record<string, string>> = { cash: t('method.cash'), card: t('method.card'), mobile: t('method.mobile') };
  const english: Readonly<Record<string, string>> = { cash: 'Cash', card: 'Card', mobile: 'Mobile' };
  return (code: string, name: string): string => (english[code] === name ? (builtIn[code] ?? name) : name);
};

interface MethodPickerProps {
  readonly methods: readonly PaymentMethodInfo[];
  readonly chosen: PaymentMethodInfo | null;
  readonly onChoose: (method: PaymentMethodInfo) => void;
}

/** How it is paid: one of the shop's methods. */
export const MethodPicker = ({ methods, chosen, onChoose }: MethodPickerProps) => {
  const { t } = useTranslation();
  const nameOf = useMethodName();
  return (
    <div role="presentation" onKeyDown={walkButtons}>
      <div className={classes.methods} role="radiogroup" aria-label={t('ticket.method')}>
        {methods.map((method) => {
          const Icon = KIND_ICONS[method.kind];
          return (
            <button
              key={method.code}
              type="button"
              role="radio"
              aria-checked={method.code === chosen?.code}
              className={classes.method}
              onClick={() => onChoose(method)}
            >
              <Icon size={24} aria-hidden="true" />
              <span className={classes.methodName}>{nameOf(method.code, method.name)}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
};
