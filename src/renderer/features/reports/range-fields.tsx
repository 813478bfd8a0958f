import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '../../../domain/business-day.ts';
import { PRESETS, type Preset, shifted } from '../dashboard/address.ts';
import { daysShown, type ReportView } from './report-address.ts';
import classes from './reports.module.css';

interface RangeFieldsProps {
  readonly view: ReportView;
  readonly today: string;
  readonly onChange: (wanted: Partial<ReportView>) => void;
  readonly select: RefObject<HTMLSelectElement | null>;
}

/** Which business days: one of the usual stretches, or any; and a step earlier or later. */
export const RangeFields = ({ view, today, onChange, select }: RangeFieldsProps) => {
  const { t } = useTranslation();
  const days = daysShown(view, today);
  const change = (edge: 'start' | 'end', value: string) => {
    // Half a day typed is none yet.
    if (isDay(value)) onChange({ days: { ...days, [edge]: value } });
  };
  return (
    <span className={`${classes.range} no-print`}>
      <ActionIcon aria-label={t('dashboard.earlier')} onClick={() => onChange({ days: shifted(days, -1) })}>
        <IconChevronLeft size={22} />
      </ActionIcon>
      <select
        ref={select}
        className={classes.select}
        aria-label={t('dashboard.range')}
        value={view.days ? 'custom' : view.preset}
        onChange={(event) =>
          onChange(event.currentTarget.value === 'custom' ? { days } : { preset: event.currentTarget.value as Preset, days: null })
        }
      >
        {PRESETS.map((preset) => (
          <option key={preset} value={preset}>
            {t(`dashboard.ranges.${preset}`)}
          </option>
        ))}
        <option value="custom">{t('dashboard.ranges.custom')}</option>
      </select>
      {view.days ? (
        <>
          {(['start', 'end'] as const).map((edge) => (
            <input
              key={edge}
              type="date"
              className={classes.select}
              aria-label={t(edge === 'start' ? 'dashboard.from' : 'dashboard.to')}
              value={days[edge]}
              onChange={(event) => change(edge, event.currentTarget.value)}
            />
          ))}
        </>
      ) : null}
      <ActionIcon aria-label={t('dashboard.later')} disabled={days.end >= today} onClick={() => onChange({ days: shifted(days, 1) })}>
        <IconChevronRight size={22} />
      </ActionIcon>
    </span>
  );
};
