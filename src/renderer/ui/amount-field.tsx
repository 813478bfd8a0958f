import { TextInput } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../features/session/session.tsx';
import classes from './amount-field.module.css';
import { typeAmount } from './amount.ts';
import { Keypad } from './keypad.tsx';

interface AmountFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
  /** One field among others in a form, not what the screen is about. */
  readonly plain?: boolean;
  readonly onBlur?: () => void;
  readonly description?: string;
}

/** An amount of money to type or to tap. The text is read with `readAmount`. */
export const AmountField = ({ label, text, onText, error, autoFocus, plain, onBlur, description }: AmountFieldProps) => {
  const { currency } = useFormats();
  return (
    <TextInput
      label={label}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      inputMode="decimal"
      autoComplete="off"
      placeholder={(0).toFixed(currency.decimals)}
      error={error}
      autoFocus={autoFocus ?? false}
      data-autofocus={autoFocus || undefined}
      maxLength={16}
      rightSection={<span className={classes.currency}>{currency.code}</span>}
      rightSectionWidth={64}
      classNames={{ input: (plain ? classes.plain : classes.input) ?? '' }}
      onBlur={onBlur}
      description={description}
    />
  );
};

/** Large keys for an amount, for touch; beside or below its field. */
export const AmountKeypad = ({ text, onText }: Pick<AmountFieldProps, 'text' | 'onText'>) => {
  const { t } = useTranslation();
  const { currency, locale } = useFormats();
  const separator = new Intl.NumberFormat(locale).format(1.1).charAt(1);
  return (
    <Keypad
      label={t('amount.keypad')}
      onDigit={(digit) => onText(typeAmount(text, digit, currency))}
      left={
        currency.decimals === 0
          ? null
          : { label: t('amount.key_decimal'), face: separator, onPress: () => onText(typeAmount(text, '.', currency)) }
      }
      right={{ label: t('amount.erase'), face: <IconBackspace size={26} />, onPress: () => onText(text.slice(0, -1)) }}
    />
  );
};
