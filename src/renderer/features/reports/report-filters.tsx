import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REPORT_TABLES, type ReportFilter, type ReportId } from '../../../contract/report-tables.ts';
import { STOCK_REASONS } from '../../../contract/reports.ts';
import { useCall } from '../../client/queries.ts';
import { useDashboardFormats } from '../dashboard/use-dashboard-formats.ts';
import { useMay } from '../session/session.tsx';
import type { ReportView } from './report-address.ts';
import classes from './reports.module.css';

interface ReportFiltersProps {
  readonly id: ReportId;
  readonly view: ReportView;
  readonly onChange: (filters: ReportView['filters']) => void;
}

const PAUSE_MS = 250;

/** The filters that make sense for a report, beside its days. */
export const ReportFilters = ({ id, view, onChange }: ReportFiltersProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { weekday } = useDashboardFormats();
  const { filters } = REPORT_TABLES[id];
  const has = (filter: ReportFilter) => filters.includes(filter);
  const categories = useCall('categories.list', { per_page: 100 }, { enabled: has('category_id') });
  const people = useCall('staff.list', {}, { enabled: has('staff') && may('staff.view') });
  const methods = useCall('paymentMethods.list', {}, { enabled: has('method') });
  const set = (filter: ReportFilter, value: string) => onChange({ ...view.filters, [filter]: value });
  const choice = (filter: ReportFilter, any: string, options: readonly (readonly [value: string, name: string])[]) => {
    const value = view.filters[filter] ?? '';
    // Somebody who left, or an API key: the address may name whom the list does not.
    const isListed = value === '' || options.some(([known]) => known === value);
    return (
      <select
        key={filter}
        className={classes.select}
        aria-label={t(`reports.filters.${filter}`)}
        value={value}
        data-set={value !== '' || undefined}
        onChange={(event) => set(filter, event.currentTarget.value)}
      >
        <option value="">{any}</option>
        {isListed ? null : <option value={value}>{value}</option>}
        {options.map(([known, name]) => (
          <option key={known} value={known}>
            {name}
          </option>
        ))}
      </select>
    );
  };
  if (filters.length === 0) return null;
  return (
    <div className={`${classes.filters} no-print`}>
      {has('find') ? (
        <Typed
          key={`${id} find`}
          label={t('reports.filters.find')}
          value={view.filters.find ?? ''}
          onType={(text) => set('find', text)}
          icon
        />
      ) : null}
      {has('who') ? choice('who', t('reports.who.settled'), [['took', t('reports.who.took')]]) : null}
      {has('category_id')
        ? choice(
            'category_id',
            t('reports.any.category_id'),
            (categories.data?.items ?? []).map((category) => [String(category.id), category.name]),
          )
        : null}
      {has('method')
        ? choice(
            'method',
            t('reports.any.method'),
            (methods.data ?? []).map(({ code, name }) => [code, name]),
          )
        : null}
      {has('reason')
        ? choice(
            'reason',
            t('reports.any.reason'),
            STOCK_REASONS.map((reason) => [reason, t(`reports.reasons.${reason}`)]),
          )
        : null}
      {has('weekday')
        ? choice(
            'weekday',
            t('reports.any.weekday'),
            [1, 2, 3, 4, 5, 6, 0].map((number) => [String(number), weekday(number, 'long')]),
          )
        : null}
      {has('staff')
        ? choice(
            'staff',
            t('reports.any.staff'),
            (people.data ?? []).map(({ name }) => [name, name]),
          )
        : null}
      {has('shift_id') ? (
        <Typed
          key={`${id} shift`}
          label={t('reports.filters.shift_id')}
          value={view.filters.shift_id ?? ''}
          onType={(text) => set('shift_id', text.replace(/\D/g, '').slice(0, 9))}
          numeric
        />
      ) : null}
    </div>
  );
};

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly icon?: boolean;
  readonly numeric?: boolean;
}

/** A text that is asked for when the typing pauses. */
const Typed = ({ label, value, onType, icon = false, numeric = false }: TypedProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const seek = useEffectEvent((sought: string) => {
    if (sought !== value) onType(sought);
  });
  useEffect(() => {
    const timer = setTimeout(() => seek(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <TextInput
      className={(numeric ? classes.short : classes.search) ?? ''}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={icon ? <IconSearch size={20} aria-hidden="true" /> : null}
      rightSection={
        text === '' ? null : <CloseButton size={40} aria-label={t('reports.clear', { name: label })} onClick={() => setText('')} />
      }
      rightSectionWidth={48}
      inputMode={numeric ? 'numeric' : 'search'}
      maxLength={numeric ? 9 : 100}
      autoComplete="off"
    />
  );
};
