import { IconArrowDown, IconBackspace } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { denominationsOf, sumOfCount } from '../../../domain/cash.ts';
import { AmountField, AmountKeypad } from '../../ui/amount-field.tsx';
import { readAmount } from '../../ui/amount.ts';
import { Keypad } from '../../ui/keypad.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useFormats } from '../session/session.tsx';
import { type CountDraft, type CountedPieces, pieceText, piecesOf } from './count-draft.ts';
import classes from './count.module.css';
import { DenominationGrid } from './denomination-grid.tsx';

/** What was entered; null where nothing that could be submitted was. */
export const useCounted = (draft: CountDraft): { amount: number; denominations: CountedPieces[] | null } | null => {
  const { currency } = useFormats();
  if (draft.way === 'sum') {
    const amount = readAmount(draft.sum, currency);
    return amount === null ? null : { amount, denominations: null };
  }
  const denominations = piecesOf(draft.pieces, denominationsOf(currency));
  return denominations.length === 0 ? null : { amount: sumOfCount(denominations), denominations };
};

interface CountEntryProps {
  readonly draft: CountDraft;
  readonly onChange: (change: Partial<CountDraft>) => void;
  /** What the sum is called: "Counted cash". */
  readonly label: string;
  readonly error: string | null;
  readonly onEnd: () => void;
  /** True inside a card of another screen. */
  readonly isPart?: boolean;
  /** Below the figures: what to do with them. */
  readonly children: ReactNode;
}

/** Cash to enter, piece by piece or as a sum, by keys or by touch. Says what it comes to and nothing of what it should be. */
export const CountEntry = ({ draft, onChange, label, error, onEnd, isPart, children }: CountEntryProps) => {
  const { t } = useTranslation();
  const { currency, money } = useFormats();
  const denominations = denominationsOf(currency);
  const [selected, setSelected] = useState<number>(denominations[0] ?? 1);
  const counted = useCounted(draft);
  const setPieces = (value: number, text: string) => onChange({ pieces: { ...draft.pieces, [value]: text } });
  const typed = draft.pieces[selected] ?? '';
  const next = () => setSelected(denominations[(denominations.indexOf(selected) + 1) % denominations.length] ?? selected);
  const ways = (
    <Segments
      label={t('count.way')}
      value={draft.way}
      onChange={(way) => onChange({ way })}
      options={[
        { value: 'pieces', name: t('count.by_pieces') },
        { value: 'sum', name: t('count.by_sum') },
      ]}
    />
  );
  // In a card, what is to be done with a sum stands below it; beside the many rows of pieces it would be far down.
  const isBelow = isPart === true && draft.way === 'sum';
  const entry = (
    <div className={classes.entry} data-part={isPart || undefined}>
      <div className={classes.main}>
        {isPart ? null : ways}
        {draft.way === 'pieces' ? (
          <DenominationGrid
            denominations={denominations}
            pieces={draft.pieces}
            selected={selected}
            onSelect={setSelected}
            onPieces={setPieces}
            onEnd={onEnd}
            autoFocus
          />
        ) : (
          <AmountField label={label} text={draft.sum} onText={(sum) => onChange({ sum })} error={error} autoFocus />
        )}
        {isBelow ? children : null}
      </div>
      <div className={classes.side}>
        {draft.way === 'pieces' ? (
          <div className={classes.sum}>
            <span>{label}</span>
            <output className={`${classes.sumValue} money`} data-testid="count-total">
              {money(counted?.amount ?? 0)}
            </output>
          </div>
        ) : null}
        {draft.way === 'pieces' ? (
          <Keypad
            label={t('amount.keypad')}
            onDigit={(digit) => setPieces(selected, pieceText(typed + digit))}
            left={{ label: t('count.next'), face: <IconArrowDown size={26} />, onPress: next }}
            right={{ label: t('amount.erase'), face: <IconBackspace size={26} />, onPress: () => setPieces(selected, typed.slice(0, -1)) }}
          />
        ) : (
          <AmountKeypad text={draft.sum} onText={(sum) => onChange({ sum })} />
        )}
        {draft.way === 'pieces' && error !== null ? <p className={classes.fault}>{error}</p> : null}
        {isBelow ? null : children}
      </div>
    </div>
  );
  return isPart ? (
    <div className={classes.part}>
      {ways}
      {entry}
    </div>
  ) : (
    entry
  );
};
