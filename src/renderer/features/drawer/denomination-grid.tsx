import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../session/session.tsx';
import { type CountDraft, pieceText } from './count-draft.ts';
import classes from './count.module.css';

interface DenominationGridProps {
  readonly denominations: readonly number[];
  readonly pieces: CountDraft['pieces'];
  readonly selected: number | null;
  readonly onSelect: (value: number) => void;
  readonly onPieces: (value: number, text: string) => void;
  /** Enter on the last one. */
  readonly onEnd: () => void;
  readonly autoFocus?: boolean;
}

/** How many there are of each note and coin. Enter and the arrows walk, + and - count pieces. */
export const DenominationGrid = ({ denominations, pieces, selected, onSelect, onPieces, onEnd, autoFocus }: DenominationGridProps) => {
  const { t } = useTranslation();
  const { money, piece } = useFormats();
  const list = useRef<HTMLDivElement>(null);
  const go = (index: number) => {
    const field = list.current?.querySelectorAll('input')[index];
    field?.focus();
    field?.select();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, index: number, value: number) => {
    const typed = Number(pieces[value] ?? '');
    if (event.key === 'Enter' && index === denominations.length - 1) onEnd();
    else if (event.key === 'Enter' || event.key === 'ArrowDown') go(index + 1);
    else if (event.key === 'ArrowUp') go(index - 1);
    else if (event.key === '+') onPieces(value, pieceText(String(typed + 1)));
    else if (event.key === '-') onPieces(value, String(Math.max(0, typed - 1)));
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      className={classes.grid}
      role="group"
      aria-label={t('count.pieces')}
      style={{ '--half': Math.ceil(denominations.length / 2) } as React.CSSProperties}
    >
      {denominations.map((value, index) => {
        const text = pieces[value] ?? '';
        return (
          <label key={value} className={classes.piece} data-selected={value === selected || undefined}>
            <span className={`${classes.value} figures`}>{piece(value)}</span>
            <span className={classes.times} aria-hidden="true">
              ×
            </span>
            <input
              className={`${classes.number} figures`}
              value={text}
              inputMode="numeric"
              autoComplete="off"
              aria-label={t('count.number_of', { value: piece(value) })}
              placeholder="0"
              data-autofocus={(autoFocus && index === 0) || undefined}
              autoFocus={autoFocus === true && index === 0}
              onFocus={(event) => {
                onSelect(value);
                event.currentTarget.select();
              }}
              onChange={(event) => onPieces(value, pieceText(event.currentTarget.value))}
              onKeyDown={(event) => onKeyDown(event, index, value)}
            />
            <span className={`${classes.worth} money`} data-empty={text === '' || undefined}>
              {money(Number(text) * value)}
            </span>
          </label>
        );
      })}
    </div>
  );
};
