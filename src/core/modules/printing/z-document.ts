import type { Block, Fact, PaperDocument } from '../../../contract/paper.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { ZReport } from '../../../contract/z-report.ts';
import { formatsFor } from './formats.ts';
import { wordsFor } from './language.ts';
import { SLIP_WORDS } from './slip-words.ts';
import { copyMark, type Printing } from './voice.ts';
import { countedCash, drawer, expenses, movements } from './z-drawer.ts';
import { apart, cashiers, categories, hours, sales, taxes, tenders } from './z-sales.ts';
import { byName, checks, clockSetBack, exceptions, grandTotals, proof } from './z-trust.ts';
import { Z_WORDS } from './z-words.ts';
import type { ZVoice } from './z-voice.ts';

/**
 * An X or Z report as a paper: every figure of the report and none besides (docs/z-report.md names the sections). The
 * shop's name, number, currency and zone are those of the report, only the language is today's.
 */
export const reportDocument = (report: ZReport, settings: Pick<Settings, 'language'>, printing: Printing): PaperDocument => {
  const { words, language } = wordsFor(Z_WORDS, settings.language);
  const slip = wordsFor(SLIP_WORDS, settings.language).words;
  const { identity, kind } = report;
  const say = formatsFor({ language, currency: identity.currency, time_zone: identity.time_zone });
  const voice: ZVoice = { report, words, say };
  const subject = kind === 'Z' && identity.z_number !== null ? words.subject.Z(identity.z_number) : words.subject.X(identity.shift_id);
  return {
    language,
    issuer: identity.shop_name,
    ...(identity.tax_number === '' ? {} : { issuer_lines: [slip.tax_number(identity.tax_number)] }),
    title: words.titles[kind],
    subject,
    marks: copyMark(slip, printing),
    footer: `${identity.shop_name} · ${words.titles[kind]} · ${subject} · ${say.day(identity.business_date)}`,
    blocks: [
      { kind: 'facts', facts: facts(voice, printing) },
      figures(voice),
      ...(kind === 'X' ? [{ kind: 'message', text: words.not_final } as const] : []),
      { kind: 'beside', blocks: [sales(voice), drawer(voice)] },
      ...comment(voice),
      { kind: 'beside', blocks: [categories(voice), taxes(voice)] },
      tenders(voice),
      { kind: 'beside', blocks: [cashiers(voice), apart(voice)] },
      { kind: 'beside', blocks: [hours(voice), ...countedCash(voice)] },
      movements(voice),
      ...expenses(voice),
      { kind: 'beside', blocks: [exceptions(voice), checks(voice)] },
      { kind: 'beside', blocks: [grandTotals(voice), ...byName(voice), ...clockSetBack(voice)] },
      proof(voice),
    ],
  };
};

const facts = ({ report: { identity }, words: { facts: word }, say }: ZVoice, printing: Printing): Fact[] => {
  const when = (instant: string, who: string | null) => (who ? word.by(say.time(instant), who) : say.time(instant));
  const { first_order_number: first, last_order_number: last } = identity;
  return [
    { label: word.business_date, value: say.day(identity.business_date) },
    { label: word.shift, value: String(identity.shift_id) },
    { label: word.opened, value: when(identity.opened_at, identity.opened_by) },
    { label: word.closed, value: identity.closed_at ? when(identity.closed_at, identity.closed_by) : word.still_open },
    { label: word.made, value: when(identity.made_at, identity.made_by) },
    { label: word.printed, value: when(printing.at, printing.by) },
    { label: word.orders, value: first && last ? word.from_to(first, last) : word.none },
    { label: word.previous, value: identity.previous_z_at ? say.time(identity.previous_z_at) : word.first },
    { label: word.times_in, value: identity.time_zone },
    { label: word.program, value: `Philo POS ${identity.program_version}` },
  ];
};

const figures = ({ report: { sales: sold, drawer: cash }, words, say }: ZVoice): Block => ({
  kind: 'figures',
  figures: [
    { label: words.figures.net, value: say.money(sold.net_with_tax) },
    { label: words.figures.sales, value: say.count(sold.orders) },
    { label: words.figures.average, value: say.money(sold.average) },
    { label: words.figures.over_short, value: cash.over_short === null ? words.drawer.not_counted : say.money(cash.over_short) },
  ],
});

const comment = ({ report: { drawer: cash }, words }: ZVoice): Block[] =>
  cash.comment?.trim() ? [{ kind: 'note', heading: words.drawer.comment, text: cash.comment.trim() }] : [];
