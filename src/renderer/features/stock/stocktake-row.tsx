import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StockLevel } from '../../../contract/stock.ts';
import { useFormats } from '../session/session.tsx';
import { countOf, useStocktakeDraft } from './stocktake-draft.ts';
import classes from './stock.module.css';

const STEPS: Readonly<Record<string, 1 | -1>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

interface StocktakeRowProps {
  readonly level: StockLevel;
  /** To the field after or before this one. */
  readonly onWalk: (from: HTMLInputElement, step: 1 | -1) => void;
}

/** One item to be counted. What should be there is shown only once something was typed, so that nobody counts to it. */
export const StocktakeRow = ({ level, onWalk }: StocktakeRowProps) => {
  const { t } = useTranslation();
  const { locale } = useFormats();
  const line = useStocktakeDraft(({ lines }) => lines[level.item_id]);
  const put = useStocktakeDraft((draft) => draft.put);
  const counted = line ? countOf(line.text) : null;
  const difference = line && counted !== null ? counted - line.seen : null;
  return (
    <li className={classes.countRow}>
      <span className={classes.countName}>
        {level.item_name}
        <small>{level.category_name}</small>
      </span>
      <span className={classes.countState} aria-live="off">
        {difference === null
          ? null
          : difference === 0
            ? t('stock.as_expected')
            : t(difference > 0 ? 'stock.more_than' : 'stock.fewer_than', {
                by: Math.abs(difference).toLocaleString(locale),
                seen: line?.seen.toLocaleString(locale),
              })}
      </span>
      <TextInput
        className={classes.countField ?? ''}
        aria-label={t('stock.count_of', { name: level.item_name })}
        value={line?.text ?? ''}
        onChange={(event) =>
          put(level.item_id, { name: level.item_name, text: event.currentTarget.value, seen: Math.max(0, level.stock_qty) })
        }
        error={line !== undefined && counted === null ? t('stock.fault_whole') : null}
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          if (!step) return;
          event.preventDefault();
          onWalk(event.currentTarget, step);
        }}
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
      />
    </li>
  );
};
