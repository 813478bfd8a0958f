import type { Block, Statement } from '../../../contract/paper.ts';
import { figureTable, minus, type ZVoice } from './z-voice.ts';

/** From what stood on the price list to what was earned. */
export const sales = (voice: ZVoice): Statement => {
  const {
    report,
    words: { sales: word },
    say,
  } = voice;
  const { sales: sold } = report;
  // Tax as it was added at the sale: what is left of it and what went back with voids and refunds.
  const addedTax = sold.net_with_tax + sold.voids + sold.refunds - (sold.gross - sold.discounts - sold.comps);
  return {
    kind: 'statement',
    heading: word.heading,
    lines: [
      { label: word.gross, value: say.money(sold.gross) },
      { label: word.discounts, value: minus(voice, sold.discounts) },
      { label: word.comps, value: minus(voice, sold.comps) },
      { label: word.added_tax, value: say.money(addedTax) },
      { label: word.voids, value: minus(voice, sold.voids) },
      { label: word.refunds, value: minus(voice, sold.refunds) },
      { label: word.net_with_tax, value: say.money(sold.net_with_tax), weight: 'result' },
      { label: word.tax, value: say.money(sold.tax) },
      { label: word.net, value: say.money(sold.net), weight: 'sum' },
      { label: word.count, value: say.count(sold.orders) },
      { label: word.items, value: say.count(sold.items_sold) },
      { label: word.average, value: say.money(sold.average) },
    ],
  };
};

export const categories = ({ report, words, say }: ZVoice): Block =>
  figureTable(
    words.categories.heading,
    [words.categories.category, words.categories.quantity, words.categories.amount],
    report.by_category.map((row) => [row.name, say.count(row.quantity), say.money(row.amount)]),
    words.nothing,
    [words.total, '', say.money(report.sales.net_with_tax)],
  );

export const hours = ({ report, words, say }: ZVoice): Block => {
  const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
  return figureTable(
    words.hours.heading,
    [words.hours.hour, words.hours.orders, words.hours.amount],
    report.by_hour.map((row) => [words.hours.range(clock(row.hour), clock(row.hour + 1)), say.count(row.orders), say.money(row.amount)]),
    words.nothing,
  );
};

export const cashiers = ({ report, words, say }: ZVoice): Block =>
  figureTable(
    words.cashiers.heading,
    [words.cashiers.cashier, words.cashiers.orders, words.cashiers.amount],
    report.by_cashier.map((row) => [row.name, say.count(row.count), say.money(row.amount)]),
    words.nothing,
  );

export const taxes = ({ report, words: { tax: word, total, nothing }, report: { sales: sold }, say }: ZVoice): Block =>
  figureTable(
    word.heading,
    [word.rate, word.net, word.tax, word.gross],
    report.tax.map((row) => [say.rate(row.tax_rate), say.money(row.net), say.money(row.tax), say.money(row.gross)]),
    nothing,
    [total, say.money(sold.net), say.money(sold.tax), say.money(sold.net_with_tax)],
  );

export const tenders = ({ report, words: { tenders: word, nothing }, say }: ZVoice): Block =>
  figureTable(
    word.heading,
    [word.method, word.count, word.sales, word.tips, word.rounding, word.refunds, word.net],
    report.tenders.map((row) => [
      row.name,
      say.count(row.count),
      say.money(row.sales),
      say.money(row.tips),
      say.money(row.rounding),
      say.money(row.refunds),
      say.money(row.net),
    ]),
    nothing,
  );

/** Money that came or went and is no revenue. */
export const apart = ({ report, words: { apart: word }, say }: ZVoice): Block => ({
  kind: 'statement',
  heading: word.heading,
  lines: [
    { label: word.tips, value: say.money(report.tips) },
    { label: word.rounding, value: say.money(report.rounding) },
    { label: word.deposits_taken, value: say.money(report.deposits.taken) },
    { label: word.deposits_used, value: say.money(report.deposits.used) },
    { label: word.deposits_returned, value: say.money(report.deposits.returned) },
  ],
});
