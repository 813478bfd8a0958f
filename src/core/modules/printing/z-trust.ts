import type { Block } from '../../../contract/paper.ts';
import { figureTable, type ZVoice } from './z-voice.ts';

/** What is not a plain sale: the half of the report that is read when money is missing. */
export const exceptions = ({ report: { exceptions: found }, words: { exceptions: word, nothing }, say }: ZVoice): Block => {
  const both = (label: string, { count, amount }: { count: number; amount: number }): string[] => [
    label,
    say.count(count),
    say.money(amount),
  ];
  const only = (label: string, count: number): string[] => [label, say.count(count), ''];
  return figureTable(
    word.heading,
    [word.kind, word.count, word.amount],
    [
      only(word.receipts, found.receipts),
      both(word.copies, found.copies),
      both(word.refunds, found.refunds),
      both(word.voids, found.voids),
      both(word.discounts, found.discounts),
      both(word.comps, found.comps),
      both(word.waste(say.count(found.waste.quantity)), found.waste),
      only(word.no_sale, found.no_sale),
      only(word.held, found.held),
      both(word.open_orders, found.open_orders),
      both(word.unpaid_orders, found.unpaid_orders),
      only(word.deleted_orders, found.deleted_orders),
      only(word.sign_ins, found.sign_ins),
      // Absent in a Z of before the clock was watched: nothing is claimed there.
      ...(found.clock_set_back ? [only(word.clock_set_back, found.clock_set_back.length)] : []),
    ],
    nothing,
  );
};

/** Which discounts were given, and who voided; nothing where there were none. */
export const byName = ({ report: { exceptions: found }, words: { exceptions: word, nothing }, say }: ZVoice): Block[] =>
  [
    { heading: word.by_discount, rows: found.discounts_by_name },
    { heading: word.by_person, rows: found.voids_by_person },
  ].flatMap(({ heading, rows }) =>
    rows.length === 0
      ? []
      : [
          figureTable(
            heading,
            [word.name, word.count, word.amount],
            rows.map((row) => [row.name, say.count(row.count), say.money(row.amount)]),
            nothing,
          ),
        ],
  );

/** When the clock was set back, and how far; nothing where it was not. */
export const clockSetBack = ({ report: { exceptions: found }, words: { exceptions: word, nothing }, say }: ZVoice): Block[] => {
  const steps = found.clock_set_back ?? [];
  return steps.length === 0
    ? []
    : [
        figureTable(
          word.clock_set_back,
          [word.clock_from, word.clock_to],
          steps.map(({ from, to }) => [say.time(from), say.time(to)]),
          nothing,
        ),
      ];
};

export const grandTotals = ({ report: { grand_totals: grand }, words: { grand: word }, say }: ZVoice): Block => ({
  kind: 'statement',
  heading: word.heading,
  lines: [
    { label: word.sales, value: say.money(grand.sales) },
    { label: word.returns, value: say.money(grand.returns) },
    { label: word.net, value: say.money(grand.net), weight: 'result' },
  ],
});

/** Each check with its outcome. One that failed says how, and is never left out. */
export const checks = ({ report, words: { checks: word, nothing } }: ZVoice): Block =>
  figureTable(
    word.heading,
    [word.check, word.result],
    report.checks.map((check) => {
      const name = word.names[check.name] ?? check.name;
      return check.ok ? [name, word.ok] : [`${name}: ${word.detail(check.detail)}`, word.failed];
    }),
    nothing,
  );

/** Ties this paper to the Z before it and to the audit: a chain that anybody can recompute. */
export const proof = ({ report: { proof: hashes }, words: { proof: word } }: ZVoice): Block => ({
  kind: 'facts',
  heading: word.heading,
  wide: true,
  facts: [
    { label: word.previous, value: hashes.previous_hash },
    ...(hashes.hash === null ? [] : [{ label: word.hash, value: hashes.hash }]),
    { label: word.audit, value: hashes.audit_hash },
  ],
});
