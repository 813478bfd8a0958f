import { TextInput } from '@mantine/core';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import classes from './audit.module.css';
import { AUDIT_PERIODS, type AuditFilters, type AuditPeriod } from './audit-filters.ts';
import { useAuditWords } from './words.ts';

interface AuditFilterBarProps {
  readonly filters: AuditFilters;
  readonly onChange: (change: Partial<AuditFilters>) => void;
  readonly first: RefObject<HTMLSelectElement | null>;
}

const PAUSE_MS = 250;

/** Person, thing and its id, act, days. */
export const AuditFilterBar = ({ filters, onChange, first }: AuditFilterBarProps) => {
  const { t } = useTranslation();
  const words = useAuditWords();
  const choices = useCall('audit.choices', {}).data;
  const [id, setId] = useState(filters.id);
  const seek = useEffectEvent((sought: string) => {
    if (sought !== filters.id) onChange({ id: sought });
  });
  useEffect(() => {
    const timer = setTimeout(() => seek(id), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [id]);
  /** Also the choice of the address, which may be none of those that were found. */
  const options = (found: readonly string[] | undefined, chosen: string, name: (value: string) => string) =>
    [...new Set([...(found ?? []), ...(chosen === '' ? [] : [chosen])])]
      .map((value) => ({ value, name: name(value) }))
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ));
  return (
    <div className={classes.filters} role="search" aria-label={t('audit.filters')}>
      <select
        ref={first}
        className={classes.select}
        aria-label={t('audit.person')}
        value={filters.person}
        onChange={(event) => onChange({ person: event.currentTarget.value })}
      >
        <option value="">{t('audit.anybody')}</option>
        {options(choices?.people, filters.person, (name) => name)}
      </select>
      <select
        className={classes.select}
        aria-label={t('audit.thing')}
        value={filters.thing}
        onChange={(event) => onChange({ thing: event.currentTarget.value })}
      >
        <option value="">{t('audit.anything')}</option>
        {options(choices?.entity_types, filters.thing, words.thing)}
      </select>
      <TextInput
        className={classes.id ?? ''}
        aria-label={t('audit.id')}
        placeholder={t('audit.id_short')}
        value={id}
        onChange={(event) => setId(event.currentTarget.value.replaceAll(/\D/g, ''))}
        inputMode="numeric"
        maxLength={12}
        autoComplete="off"
      />
      <select
        className={classes.select}
        aria-label={t('audit.act')}
        value={filters.act}
        onChange={(event) => onChange({ act: event.currentTarget.value })}
      >
        <option value="">{t('audit.any_act')}</option>
        {options(choices?.actions, filters.act, words.act)}
      </select>
      <select
        className={classes.select}
        aria-label={t('audit.period')}
        value={filters.period}
        onChange={(event) => onChange({ period: event.currentTarget.value as AuditPeriod })}
      >
        {AUDIT_PERIODS.map((period) => (
          <option key={period} value={period}>
            {t(`audit.periods.${period}`)}
          </option>
        ))}
      </select>
      {filters.period === 'range' ? (
        <>
          <input
            type="date"
            className={classes.select}
            aria-label={t('audit.from')}
            value={filters.from}
            onChange={(event) => onChange({ from: event.currentTarget.value })}
          />
          <input
            type="date"
            className={classes.select}
            aria-label={t('audit.to')}
            value={filters.to}
            onChange={(event) => onChange({ to: event.currentTarget.value })}
          />
        </>
      ) : null}
    </div>
  );
};
