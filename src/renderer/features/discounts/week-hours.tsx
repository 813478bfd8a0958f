import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WeeklyWindow } from '../../../domain/discount.ts';
import { useSession } from '../session/session.tsx';
import classes from './discounts.module.css';
import { useDiscountWords } from './use-discount-words.ts';
import { barsOf, WEEK } from './week-bars.ts';

interface WeekHoursProps {
  /** Empty: at any time. */
  readonly windows: readonly WeeklyWindow[];
  readonly onChange: (windows: readonly WeeklyWindow[]) => void;
  readonly onLeave: () => void;
  readonly error: string | null;
}

const AFTERNOON: WeeklyWindow = { weekdays: [1, 2, 3, 4, 5], from: '15:00', to: '17:00' };

/** The hours of a week in which a discount holds, on the shop's clock: a picture of the week, and its rows to change. */
export const WeekHours = ({ windows, onChange, onLeave, error }: WeekHoursProps) => {
  const { t } = useTranslation();
  const { shop } = useSession();
  const { weekday } = useDiscountWords();
  const put = (index: number, change: Partial<WeeklyWindow>) =>
    onChange(windows.map((window, at) => (at === index ? { ...window, ...change } : window)));
  const toggle = (index: number, weekdays: readonly number[], day: number) =>
    put(index, {
      weekdays: weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day].sort((one, other) => one - other),
    });
  return (
    <div className={classes.hours} role="group" aria-label={t('discounts.hours')}>
      <span className={classes.hoursTitle}>{t('discounts.hours')}</span>
      <span className={classes.note}>
        {windows.length === 0 ? t('discounts.any_time') : t('discounts.hours_hint', { zone: shop.time_zone })}
      </span>
      {windows.length > 0 ? (
        <div className={classes.week} aria-hidden="true">
          {WEEK.map((day) => (
            <div key={day} className={classes.day}>
              <span>{weekday(day)}</span>
              <span className={classes.track}>
                {barsOf(windows, day).map(([from, to]) => (
                  <span
                    key={`${from}-${to}`}
                    className={classes.bar}
                    style={{ left: `${from / 14.4}%`, width: `${(to - from) / 14.4}%` }}
                  />
                ))}
              </span>
            </div>
          ))}
        </div>
      ) : null}
      {windows.map((window, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two windows may be alike; their place is what they are
        <div key={index} className={classes.window} role="group" aria-label={t('discounts.window', { number: index + 1 })}>
          <div className={classes.days}>
            {WEEK.map((day) => (
              <button
                key={day}
                type="button"
                className={classes.weekday}
                aria-pressed={window.weekdays.includes(day)}
                aria-label={weekday(day, 'long')}
                onClick={() => toggle(index, window.weekdays, day)}
              >
                {weekday(day)}
              </button>
            ))}
          </div>
          <div className={classes.times}>
            <input
              type="time"
              className={classes.time}
              aria-label={t('discounts.from')}
              value={window.from}
              onChange={(event) => put(index, { from: event.currentTarget.value })}
              onBlur={onLeave}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              className={classes.time}
              aria-label={t('discounts.to')}
              value={window.to}
              onChange={(event) => put(index, { to: event.currentTarget.value })}
              onBlur={onLeave}
            />
            <ActionIcon
              aria-label={t('discounts.remove_window', { number: index + 1 })}
              onClick={() => onChange(windows.filter((_, at) => at !== index))}
            >
              <IconTrash size={20} />
            </ActionIcon>
          </div>
          {window.to <= window.from && window.to !== '' ? <span className={classes.note}>{t('discounts.past_midnight')}</span> : null}
        </div>
      ))}
      {error ? (
        <span className={classes.fault} role="alert">
          {error}
        </span>
      ) : null}
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => onChange([...windows, AFTERNOON])}>
        {t('discounts.add_window')}
      </Button>
    </div>
  );
};
