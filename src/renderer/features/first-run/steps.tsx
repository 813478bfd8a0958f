import { PasswordInput, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyOf, formatMoney } from '../../../domain/money.ts';
import { Segments } from '../../ui/segments.tsx';
import { currencyChoices, zoneChoices } from '../settings/places.ts';
import type { Answers } from './answers.ts';
import { Cards } from './cards.tsx';
import classes from './first-run.module.css';

export interface StepProps {
  readonly answers: Answers;
  readonly change: (change: Partial<Answers>) => void;
  /** What is wrong with a field, in words; null: nothing that is to be told yet. */
  readonly faultAt: (field: keyof Answers) => string | null;
}

/** The languages call themselves by their own names. */
const LANGUAGES = [
  { value: 'en', name: 'English', hint: 'The screens, receipts and reports' },
  { value: 'nb', name: 'Norsk bokmål', hint: 'Skjermer, kvitteringer og rapporter' },
] as const;

export const LanguageStep = ({ answers, change }: StepProps) => {
  const { t } = useTranslation();
  return (
    <Cards
      label={t('first_run.steps.language')}
      options={LANGUAGES}
      value={answers.language}
      onChange={(language) => change({ language })}
    />
  );
};

export const ShopStep = ({ answers, change, faultAt }: StepProps) => {
  const { t, i18n } = useTranslation();
  return (
    <>
      <TextInput
        label={t('first_run.shop_name')}
        description={t('first_run.shop_name_hint')}
        value={answers.shop_name}
        onChange={(event) => change({ shop_name: event.currentTarget.value })}
        error={faultAt('shop_name')}
        maxLength={100}
        autoComplete="organization"
      />
      <Choice
        label={t('settings.fields.currency.label')}
        hint={t('first_run.currency_hint')}
        value={answers.currency}
        choices={currencyChoices(i18n.language, answers.currency)}
        onChange={(currency) => change({ currency })}
      />
      <Choice
        label={t('settings.fields.time_zone.label')}
        hint={t('first_run.zone_hint')}
        value={answers.time_zone}
        choices={zoneChoices(answers.time_zone)}
        onChange={(time_zone) => change({ time_zone })}
      />
    </>
  );
};

export const MoneyStep = ({ answers, change, faultAt }: StepProps) => {
  const { t, i18n } = useTranslation();
  const currency = currencyOf(answers.currency);
  const coin = (minor: number) => formatMoney(minor, currency, i18n.language);
  return (
    <>
      <TextInput
        label={t('settings.fields.tax_rate.label')}
        description={t('first_run.tax_hint')}
        value={answers.tax}
        onChange={(event) => change({ tax: event.currentTarget.value })}
        error={faultAt('tax')}
        placeholder="0"
        inputMode="decimal"
        autoComplete="off"
        maxLength={10}
        rightSection={<span className={classes.unit}>%</span>}
        classNames={{ wrapper: classes.short ?? '' }}
      />
      <div className={classes.field}>
        <span className={classes.label} aria-hidden="true">
          {t('settings.fields.cash_rounding.label')}
        </span>
        <p className={classes.hint}>{t('settings.fields.cash_rounding.hint')}</p>
        <Segments
          label={t('settings.fields.cash_rounding.label')}
          value={String(answers.cash_rounding)}
          onChange={(value) => change({ cash_rounding: value === '5' ? 5 : value === '10' ? 10 : 1 })}
          options={[
            { value: '1', name: t('settings.no_rounding') },
            { value: '5', name: coin(5) },
            { value: '10', name: coin(10) },
          ]}
        />
      </div>
    </>
  );
};

export const OwnerStep = ({ answers, change, faultAt }: StepProps) => {
  const { t } = useTranslation();
  const pinProps = { inputMode: 'numeric', autoComplete: 'new-password', maxLength: 8 } as const;
  const digitsOf = (text: string) => text.replaceAll(/\D/g, '');
  return (
    <>
      <TextInput
        label={t('owner.name')}
        value={answers.owner_name}
        onChange={(event) => change({ owner_name: event.currentTarget.value })}
        error={faultAt('owner_name')}
        maxLength={100}
        autoComplete="name"
      />
      <PasswordInput
        label={t('owner.pin')}
        description={t('first_run.pin_hint')}
        value={answers.pin}
        onChange={(event) => change({ pin: digitsOf(event.currentTarget.value) })}
        error={faultAt('pin')}
        {...pinProps}
      />
      <PasswordInput
        label={t('owner.pin_again')}
        value={answers.pin_again}
        onChange={(event) => change({ pin_again: digitsOf(event.currentTarget.value) })}
        error={faultAt('pin_again')}
        {...pinProps}
      />
    </>
  );
};

interface ChoiceProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
}

const Choice = ({ label, hint, value, choices, onChange }: ChoiceProps) => {
  const id = useId();
  return (
    <div className={classes.field}>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      <p className={classes.hint} id={`${id}-hint`}>
        {hint}
      </p>
      <select
        id={id}
        className={classes.select}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
};
