import type { ShiftReport } from '../../../contract/shifts.ts';
import { money } from '../../../domain/money.ts';
import type { Block, Fact, PaperDocument, Table } from '../../../contract/paper.ts';
import { type Formats, formatsFor } from './formats.ts';
import { type ReportWords, reportWords } from './words.ts';

interface Voice {
  readonly report: ShiftReport;
  readonly words: ReportWords;
  readonly say: Formats;
}

/** The end-of-day report as a paper in the shop's language: every figure that the report has, none worked out here. */
export const shiftReportDocument = (report: ShiftReport, tag: string): PaperDocument => {
  const { words, language } = reportWords(tag);
  const say = formatsFor({ language, currency: report.currency, time_zone: report.time_zone });
  const voice: Voice = { report, words, say };
  const subject = words.shift(report.shift.id);
  return {
    language,
    issuer: report.shop_name,
    title: words.title,
    subject: report.shift.status === 'open' ? `${subject} · ${words.open}` : subject,
    footer: `${report.shop_name} · ${subject} · ${say.day(report.business_date)}`,
    blocks: [
      facts(voice),
      figures(voice),
      { kind: 'beside', blocks: [sales(voice), drawer(voice)] },
      { kind: 'beside', blocks: [categories(voice), methods(voice)] },
      { kind: 'beside', blocks: [taxes(voice), statuses(voice)] },
      expenses(voice),
      ...notes(voice),
    ],
  };
};

const facts = ({ report, words, say }: Voice): Block => {
  const { facts: word } = words;
  const when = (instant: string, who: string | null) => (who ? word.by(say.time(instant), who) : say.time(instant));
  const { shift, first_order_number: first, last_order_number: last } = report;
  return {
    kind: 'facts',
    facts: [
      { label: word.business_date, value: say.day(report.business_date) },
      { label: word.order_numbers, value: first && last ? word.from_to(first, last) : word.none },
      { label: word.opened, value: when(shift.opened_at, shift.opened_by) },
      { label: word.closed, value: shift.closed_at ? when(shift.closed_at, shift.closed_by) : word.still_open },
      { label: word.printed, value: when(report.printed_at, report.printed_by) },
      { label: word.times_in, value: report.time_zone },
    ],
  };
};

const overShort = ({ report, words, say }: Voice): string =>
  report.drawer.over_short === null ? words.drawer.not_counted : say.money(report.drawer.over_short);

const figures = (voice: Voice): Block => {
  const {
    report: { sales: sold },
    words,
    say,
  } = voice;
  const shown: Fact[] = [
    { label: words.figures.total, value: say.money(sold.total) },
    { label: words.figures.orders, value: say.count(sold.orders) },
    { label: words.figures.average, value: say.money(sold.average) },
    { label: words.figures.over_short, value: overShort(voice) },
  ];
  return { kind: 'figures', figures: shown };
};

const sales = ({ report: { sales: sold }, words, say }: Voice): Block => ({
  kind: 'statement',
  heading: words.sales.heading,
  lines: [
    { label: words.sales.gross, value: say.money(sold.gross) },
    { label: words.sales.discounts(sold.discounts.count), value: say.money(money(-sold.discounts.amount)) },
    { label: words.sales.net, value: say.money(sold.net), weight: 'sum' },
    { label: words.sales.tax, value: say.money(sold.tax) },
    { label: words.sales.total, value: say.money(sold.total), weight: 'result' },
  ],
});

const drawer = (voice: Voice): Block => {
  const {
    report: { drawer: cash },
    words,
    say,
  } = voice;
  return {
    kind: 'statement',
    heading: words.drawer.heading,
    lines: [
      { label: words.drawer.opening, value: say.money(cash.opening) },
      { label: words.drawer.cash_sales, value: say.money(cash.cash_sales) },
      { label: words.drawer.paid_from_till, value: say.money(money(-cash.paid_from_till)) },
      { label: words.drawer.expected, value: say.money(cash.expected), weight: 'sum' },
      { label: words.drawer.counted, value: cash.counted === null ? words.drawer.not_counted : say.money(cash.counted) },
      { label: words.drawer.over_short, value: overShort(voice), weight: 'result' },
    ],
  };
};

const categories = ({ report, words, say }: Voice): Table => ({
  kind: 'table',
  heading: words.categories.heading,
  columns: [
    { label: words.categories.category, align: 'left' },
    { label: words.categories.quantity, align: 'right' },
    { label: words.categories.amount, align: 'right' },
  ],
  rows: report.by_category.map((row) => [row.name, say.count(row.quantity), say.money(row.amount)]),
  empty: words.nothing,
  total: [words.total, say.count(report.sales.items_sold), say.money(report.sales.gross)],
  note: words.categories.note,
});

const named = (words: ReportWords, name: string): string => words.names[name] ?? name;

const methods = ({ report, words, say }: Voice): Table => ({
  kind: 'table',
  heading: words.methods.heading,
  columns: [
    { label: words.methods.method, align: 'left' },
    { label: words.methods.orders, align: 'right' },
    { label: words.methods.amount, align: 'right' },
  ],
  rows: report.by_method.map((row) => [named(words, row.method), say.count(row.count), say.money(row.amount)]),
  empty: words.nothing,
  total: [words.total, say.count(report.sales.orders), say.money(report.sales.total)],
});

const taxes = ({ report, words, say }: Voice): Table => ({
  kind: 'table',
  heading: words.taxes.heading,
  columns: [
    { label: words.taxes.rate, align: 'left' },
    { label: words.taxes.net, align: 'right' },
    { label: words.taxes.tax, align: 'right' },
    { label: words.taxes.gross, align: 'right' },
  ],
  rows: report.by_tax_rate.map((row) => [say.rate(row.tax_rate), say.money(row.net), say.money(row.tax), say.money(row.gross)]),
  empty: words.nothing,
  total: [words.total, say.money(report.sales.net), say.money(report.sales.tax), say.money(report.sales.total)],
});

const statuses = ({ report, words, say }: Voice): Table => ({
  kind: 'table',
  heading: words.statuses.heading,
  columns: [
    { label: words.statuses.status, align: 'left' },
    { label: words.statuses.orders, align: 'right' },
    { label: words.statuses.amount, align: 'right' },
  ],
  rows: report.by_status.map((row) => [named(words, row.status), say.count(row.count), say.money(row.amount)]),
  empty: words.nothing,
  ...(report.cancelled.count > 0 ? { note: words.statuses.cancelled } : {}),
});

const expenses = ({ report, words, say }: Voice): Table => ({
  kind: 'table',
  heading: words.expenses.heading,
  columns: [
    { label: words.expenses.expense, align: 'left' },
    { label: words.expenses.from_till, align: 'right' },
    { label: words.expenses.amount, align: 'right' },
  ],
  rows: report.expenses.map((row) => [
    row.description ? `${row.category}: ${row.description}` : row.category,
    row.paid_from_till ? words.yes : words.no,
    say.money(row.amount),
  ]),
  empty: words.nothing,
  total: [words.total, '', say.money(report.shift.total_expenses)],
});

const notes = ({ report: { shift }, words }: Voice): Block[] => {
  const text = shift.notes?.trim() ?? '';
  return text === '' ? [] : [{ kind: 'note', heading: words.notes, text }];
};
