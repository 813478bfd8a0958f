import { Switch, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingKey } from '../../../contract/settings.ts';
import { useFormats } from '../session/session.tsx';
import { Segments } from '../../ui/segments.tsx';
import { currencyChoices, zoneChoices } from './places.ts';
import type { SettingField } from './setting-fields.ts';
import classes from './settings.module.css';

interface SettingControlProps {
  readonly field: SettingField;
  readonly text: string;
  readonly error: string | null;
  readonly readOnly: boolean;
  readonly onText: (text: string) => void;
  /** Below the hint: what else is to be known now. */
  readonly note?: ReactNode;
}

/** So many choices fit side by side; more are a list. */
const MOST_SEGMENTS = 4;

/** One setting: what it is, what it does, and the control that fits it. */
export const SettingControl = ({ field, text, error, readOnly, onText, note }: SettingControlProps) => {
  const { t } = useTranslation();
  const id = useId();
  const { currency } = useFormats();
  const label = t(`settings.fields.${field.key}.label`);
  const hint = t(`settings.fields.${field.key}.hint`);
  const description = note ? (
    <>
      {hint} <span className={classes.note}>{note}</span>
    </>
  ) : (
    hint
  );
  const choices = useChoices(field, text);
  if (field.kind === 'switch') {
    return (
      <Switch
        label={label}
        description={description}
        checked={text === 'true'}
        disabled={readOnly}
        onChange={(event) => onText(String(event.currentTarget.checked))}
      />
    );
  }
  if (choices) {
    const isWide = choices.length > MOST_SEGMENTS;
    return (
      <div className={classes.field}>
        <label className={classes.label} htmlFor={isWide ? id : undefined} aria-hidden={isWide ? undefined : 'true'}>
          {label}
        </label>
        <p className={classes.hint} id={`${id}-hint`}>
          {description}
        </p>
        {isWide ? (
          <select
            id={id}
            className={classes.select}
            value={text}
            disabled={readOnly}
            aria-describedby={`${id}-hint`}
            onChange={(event) => onText(event.currentTarget.value)}
          >
            {choices.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        ) : (
          <fieldset className={classes.bare} disabled={readOnly}>
            <Segments label={label} options={choices} value={text} onChange={onText} />
          </fieldset>
        )}
        {error === null ? null : <p className={classes.error}>{error}</p>}
      </div>
    );
  }
  const shared = {
    label,
    description,
    value: text,
    error,
    readOnly,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value),
  } as const;
  if (field.kind === 'long' || field.kind === 'lines') return <Textarea {...shared} autosize minRows={2} maxRows={8} />;
  const unit = field.kind === 'rate' ? '%' : field.kind === 'money' ? currency.code : null;
  return (
    <TextInput
      {...shared}
      inputMode={field.kind === 'whole' ? 'numeric' : unit === null ? 'text' : 'decimal'}
      classNames={{ wrapper: (field.width === 'short' ? classes.short : undefined) ?? '' }}
      {...(unit === null ? {} : { rightSection: <span className={classes.unit}>{unit}</span>, rightSectionWidth: 56 })}
    />
  );
};

const NAMED_CHOICES = ['open_orders_at_close', 'appearance'] as const satisfies readonly SettingKey[];

/** The choices of a setting with their names, also the one in force where it is none of ours; null: it is typed. */
const useChoices = (field: SettingField, text: string): readonly { value: string; name: string }[] | null => {
  const { t, i18n } = useTranslation();
  const { money } = useFormats();
  if (field.kind === 'zone') return zoneChoices(text);
  if (field.kind === 'currency') return currencyChoices(i18n.language, text);
  if (!field.choices) return null;
  const nameOf = (value: string): string => {
    if (field.key === 'cash_rounding') return value === '1' ? t('settings.no_rounding') : money(Number(value));
    if (field.key === 'day_cutover_hour') return `${value.padStart(2, '0')}:00`;
    if (field.key === 'printer_columns') return t('settings.columns', { count: Number(value) });
    if (field.key === 'language') return new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value;
    if (NAMED_CHOICES.some((key) => key === field.key))
      return t(`settings.choices.${value as 'carry_over' | 'block' | 'system' | 'light' | 'dark'}`);
    return value;
  };
  return [...new Set([...field.choices.map(String), text])].map((value) => ({ value, name: nameOf(value) }));
};
