import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '../../../domain/business-day.ts';
import { PRESETS, type Preset, shifted } from './address.ts';
import classes from './dashboard.module.css';
import { useDashboard } from './use-dashboard.ts';

/** Which days: one of the usual stretches, or any; a step earlier or later; and paper. */
export const RangeBar = ({ select, onPrint }: { select: RefObject<HTMLSelectElement | null>; onPrint: () => void }) => {
  const { t } = useTranslation();
  const { view, days, today, show } = useDashboard();
  const choose = (value: Preset | 'custom') => show(value === 'custom' ? { days } : { preset: value, days: null });
  const change = (edge: 'start' | 'end', value: string) => {
    // Half a day typed is none yet.
    if (isDay(value)) show({ days: { ...days, [edge]: value } }, { replace: true });
  };
  return (
    <div className={`${classes.bar} no-print`}>
      <ActionIcon aria-label={t('dashboard.earlier')} onClick={() => show({ days: shifted(days, -1) })}>
        <IconChevronLeft size={22} />
      </ActionIcon>
      <select
        ref={select}
        className={classes.select}
        aria-label={t('dashboard.range')}
        value={view.days ? 'custom' : view.preset}
        onChange={(event) => choose(event.currentTarget.value as Preset | 'custom')}
      >
        {PRESETS.map((preset) => (
          <option key={preset} value={preset}>
            {t(`dashboard.ranges.${preset}`)}
          </option>
        ))}
        <option value="custom">{t('dashboard.ranges.custom')}</option>
      </select>
      {view.days ? (
        <span className={classes.edges}>
          <input
            type="date"
            className={classes.select}
            aria-label={t('dashboard.from')}
            value={days.start}
            onChange={(event) => change('start', event.currentTarget.value)}
          />
          <input
            type="date"
            className={classes.select}
            aria-label={t('dashboard.to')}
            value={days.end}
            onChange={(event) => change('end', event.currentTarget.value)}
          />
        </span>
      ) : null}
      <ActionIcon aria-label={t('dashboard.later')} disabled={days.end >= today} onClick={() => show({ days: shifted(days, 1) })}>
        <IconChevronRight size={22} />
      </ActionIcon>
      <Button variant="default" leftSection={<IconPrinter size={20} />} onClick={onPrint}>
        {t('dashboard.print')}
      </Button>
    </div>
  );
};
