import type { Block, PaperDocument, Statement } from '../../../contract/paper.ts';
import type { Refund } from '../../../contract/refunds.ts';
import { money } from '../../../domain/money.ts';
import { givenBack } from './receipt-document.ts';
import { copyFacts, copyMark, letterhead, type Printing, type Voice } from './voice.ts';

/** The slip of a refund or a void: what came back, what was given for it, by whom and why. */
export const refundDocument = (refund: Refund, voice: Voice, printing: Printing): PaperDocument => {
  const { words, say, shop } = voice;
  return {
    ...letterhead(voice),
    title: words.refund[refund.kind],
    subject: refund.refund_number,
    marks: copyMark(words, printing),
    footer: `${shop.shop_name} · ${refund.refund_number} · ${say.time(refund.created_at)}`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.facts.order, value: refund.order_number },
          { label: words.facts.time, value: say.time(refund.created_at) },
          { label: words.facts.made_by, value: refund.made_by },
          ...(refund.approved_by ? [{ label: words.facts.approved_by, value: refund.approved_by }] : []),
          ...copyFacts(voice, printing),
        ],
      },
      { kind: 'note', heading: words.refund.reason, text: refund.reason },
      ...goods(refund, voice),
      moneyBack(refund, voice),
      { kind: 'signature', label: words.refund.customer },
    ],
  };
};

const goods = (refund: Refund, { words, say }: Voice): Block[] => {
  if (refund.lines.length === 0) return [];
  const lines: Statement['lines'] = [
    { label: words.refund.subtotal, value: say.money(refund.subtotal) },
    ...(refund.discount_amount === 0 ? [] : [{ label: words.refund.discount, value: say.money(money(-refund.discount_amount)) }]),
    { label: words.receipt.tax(say.rate(refund.tax_rate)), value: say.money(refund.tax_amount) },
    { label: words.refund.total, value: say.money(refund.total), weight: 'sum' },
  ];
  return [
    {
      kind: 'goods',
      lines: refund.lines.map((line) => ({
        quantity: say.count(line.quantity),
        name: line.item_name,
        amount: say.money(line.subtotal),
        under: [words.refund.goods[line.goods]],
      })),
    },
    { kind: 'statement', heading: '', lines },
  ];
};

const moneyBack = (refund: Refund, { words, say }: Voice): Statement => ({
  kind: 'statement',
  heading: words.refund.tenders,
  lines: [
    ...refund.tenders.flatMap((tender) => [
      { label: tender.method_name, value: say.money(tender.amount) },
      ...(tender.rounding === 0 ? [] : [{ label: words.payment.rounding, value: say.money(tender.rounding) }]),
      ...(tender.tip === 0 ? [] : [{ label: words.payment.tip, value: say.money(tender.tip) }]),
    ]),
    { label: words.refund.given_back, value: say.money(givenBack(refund)), weight: 'large' },
  ],
});
