import type { Block } from '../../../contract/paper.ts';
import { money } from '../../../domain/money.ts';
import { figureTable, minus, type ZVoice } from './z-voice.ts';

/** From the float to what should lie there, what does, and where it goes. */
export const drawer = (voice: ZVoice): Block => {
  const {
    report: { drawer: cash },
    words: { drawer: word },
    say,
  } = voice;
  const orNone = (amount: number | null): string => (amount === null ? word.not_counted : say.money(amount));
  return {
    kind: 'statement',
    heading: word.heading,
    lines: [
      { label: word.opening, value: say.money(cash.opening) },
      { label: word.cash_sales, value: say.money(cash.cash_sales) },
      { label: word.cash_refunds, value: minus(voice, cash.cash_refunds) },
      { label: word.paid_in, value: say.money(cash.paid_in) },
      { label: word.paid_out, value: minus(voice, cash.paid_out) },
      { label: word.drops, value: minus(voice, cash.drops) },
      { label: word.expenses, value: minus(voice, cash.expenses) },
      { label: word.expected, value: say.money(cash.expected), weight: 'sum' },
      { label: word.counted, value: orNone(cash.counted) },
      { label: word.over_short, value: orNone(cash.over_short), weight: 'result' },
      ...(cash.float_left === null ? [] : [{ label: word.float_left, value: say.money(cash.float_left) }]),
      ...(cash.to_bank === null ? [] : [{ label: word.to_bank, value: say.money(cash.to_bank) }]),
    ],
  };
};

/** The count by notes and coins, where it was made so, and how often the drawer was counted. */
export const countedCash = ({ report: { drawer: cash }, words, say }: ZVoice): Block[] => {
  const { denominations: word } = words;
  const again = cash.counts > 1 ? words.drawer.counts(cash.counts) : null;
  if (cash.denominations === null) return again === null ? [] : [{ kind: 'note', heading: word.heading, text: again }];
  const counted = cash.denominations.filter((row) => row.count > 0);
  const table = figureTable(
    word.heading,
    [word.value, word.count, word.amount],
    counted.map((row) => [say.money(row.value), say.count(row.count), say.money(money(row.value * row.count))]),
    words.nothing,
    [words.total, '', say.money(cash.counted ?? 0)],
  );
  return [again === null ? table : { ...table, note: again }];
};

export const movements = ({ report: { drawer: cash }, words: { movements: word, nothing }, say }: ZVoice): Block =>
  figureTable(
    word.heading,
    [word.movement, word.who, word.amount],
    cash.movements.map((row) => [
      `${word.kinds[row.kind] ?? row.kind}: ${row.reason} (${say.time(row.created_at)})`,
      row.approved_by ? word.approved(row.made_by, row.approved_by) : row.made_by,
      row.kind === 'no_sale' ? '' : say.money(row.amount),
    ]),
    nothing,
  );

export const expenses = ({ report: { drawer: cash }, words: { expenses: word, nothing, total }, say }: ZVoice): Block[] =>
  cash.paid_expenses.length === 0
    ? []
    : [
        figureTable(
          word.heading,
          [word.expense, word.amount],
          cash.paid_expenses.map((row) => [row.description ? `${row.category}: ${row.description}` : row.category, say.money(row.amount)]),
          nothing,
          [total, say.money(cash.expenses)],
        ),
      ];
