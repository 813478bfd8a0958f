import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './panel.module.css';
import type { Editing } from './use-editing.ts';

interface ConflictBoxProps<V extends object> {
  readonly conflict: NonNullable<Editing<unknown, V>['conflict']>;
  readonly values: V;
  readonly labels: Readonly<Record<keyof V & string, string>>;
  readonly show: ((field: keyof V & string, values: V) => string) | undefined;
}

/** Two people changed one row: both values of each field, side by side, one of them chosen. */
export const ConflictBox = <V extends object>({ conflict, values, labels, show }: ConflictBoxProps<V>) => {
  const { t } = useTranslation();
  const words = (field: keyof V & string, of: V): string => {
    if (show) return show(field, of);
    const value = of[field];
    if (typeof value === 'boolean') return t(value ? 'list.yes' : 'list.no');
    return value === null || value === undefined || value === '' ? t('list.nothing') : String(value);
  };
  return (
    <div className={classes.conflict} role="alertdialog" aria-label={t('list.conflict_title')}>
      <p className={classes.conflictTitle}>
        <IconUsers size={20} aria-hidden="true" />
        {t('list.conflict_title')}
      </p>
      <p>{t(conflict.fields.length > 0 ? 'list.conflict_text' : 'list.conflict_same')}</p>
      {conflict.fields.map((field) => (
        <div key={field} className={classes.dispute} role="radiogroup" aria-label={labels[field]}>
          <span className={classes.disputed}>{labels[field]}</span>
          {(['theirs', 'yours'] as const).map((side) => (
            <button
              key={side}
              type="button"
              role="radio"
              aria-checked={conflict.choices[field] === side}
              className={classes.side}
              onClick={() => conflict.choose(field, side)}
            >
              <span className={classes.who}>{t(`list.${side}`)}</span>
              <span className={classes.what}>{words(field, side === 'theirs' ? conflict.theirValues : values)}</span>
            </button>
          ))}
        </div>
      ))}
      <Button variant="default" onClick={conflict.takeTheirs}>
        {t('list.take_theirs')}
      </Button>
    </div>
  );
};
