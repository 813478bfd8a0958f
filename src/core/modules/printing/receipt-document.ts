import type { Order } from '../../../contract/orders.ts';
import type { Block, Fact, Goods, PaperDocument, Statement } from '../../../contract/paper.ts';
import type { Payment } from '../../../contract/payments.ts';
import type { Refund } from '../../../contract/refunds.ts';
import { money } from '../../../domain/money.ts';
import { copyFacts, copyMark, letterhead, type Printing, type Voice } from './voice.ts';

/** All that a receipt tells. */
export interface ReceiptData {
  readonly order: Order;
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
  readonly served_by: string | null;
}

type Lines = Statement['lines'][number][];

/** The receipt of an order, or its bill while it is not paid in full. Every amount is the order's own; none is worked out here. */
export const receiptDocument = (data: ReceiptData, voice: Voice, printing: Printing): PaperDocument => {
  const { order } = data;
  const { words, say, shop } = voice;
  const paid = order.payment_state === 'paid';
  return {
    ...letterhead(voice),
    title: paid ? words.receipt.title : words.receipt.bill,
    subject: order.order_number,
    marks: [...copyMark(words, printing), ...stateMarks(order, voice)],
    footer: `${shop.shop_name} · ${order.order_number} · ${say.time(order.created_at)}`,
    blocks: [
      { kind: 'facts', facts: [...facts(data, voice), ...copyFacts(voice, printing)] },
      goods(order, voice),
      ...(order.notes?.trim() ? [{ kind: 'note', heading: words.receipt.notes, text: order.notes.trim() } as const] : []),
      totals(order, voice),
      taxes(order, voice),
      ...payments(data, voice),
      ...refunds(data, voice),
      ...(shop.receipt_footer === '' ? [] : [{ kind: 'message', text: shop.receipt_footer } as const]),
    ],
  };
};

const stateMarks = (order: Order, { words: { marks } }: Voice): string[] => {
  const state = order.payment_state === 'unpaid' ? [marks.not_paid] : order.payment_state === 'part_paid' ? [marks.part_paid] : [];
  return order.status === 'cancelled' ? [marks.cancelled, ...state] : state;
};

const facts = ({ order, served_by }: ReceiptData, { words, say }: Voice): Fact[] => [
  { label: words.facts.time, value: say.time(order.created_at) },
  ...(served_by ? [{ label: words.facts.cashier, value: served_by }] : []),
  ...(order.customer_name ? [{ label: words.facts.customer, value: order.customer_name }] : []),
];

const goods = (order: Order, { words, say }: Voice): Goods => ({
  kind: 'goods',
  lines: order.items.map((line) => ({
    quantity: say.count(line.quantity),
    name: line.item_name ?? '',
    amount: say.money(line.subtotal),
    under: [
      ...(line.quantity > 1 || line.addons.length > 0 ? [words.receipt.each(say.money(line.unit_price))] : []),
      ...line.addons.map((addon) => `+ ${addon.addon_name ?? ''} ${say.money(addon.price)}`),
      ...(line.line_discount > 0
        ? [
            words.receipt[line.line_discount_kind === 'comp' ? 'comp' : 'line_discount'](
              say.money(money(-line.line_discount)),
              line.line_discount_reason,
            ),
          ]
        : []),
      ...(line.notes?.trim() ? [line.notes.trim()] : []),
    ],
  })),
});

const totals = (order: Order, { words, say }: Voice): Statement => {
  const off = (kind: 'discount' | 'comp') =>
    order.items.reduce((sum, line) => (line.line_discount_kind === kind ? sum + line.line_discount : sum), 0);
  const onLines = off('discount');
  const comps = off('comp');
  const whole = order.discount_amount - onLines - comps;
  const name = [order.discount_name, order.discount_reason].filter(Boolean).join(', ') || null;
  const minus = (label: string, amount: number): Lines => (amount === 0 ? [] : [{ label, value: say.money(money(-amount)) }]);
  return {
    kind: 'statement',
    heading: '',
    lines: [
      { label: words.receipt.subtotal, value: say.money(order.subtotal), weight: 'sum' },
      ...minus(words.receipt.line_discounts, onLines),
      ...minus(words.receipt.comps, comps),
      ...minus(words.receipt.discount(name), whole),
      { label: words.receipt.tax(say.rate(order.tax_rate)), value: say.money(order.tax_amount) },
      { label: words.receipt.total, value: say.money(order.total), weight: 'large' },
    ],
  };
};

/** An order has one rate; the table is there for the day it has several, and because the law asks for it. */
const taxes = (order: Order, { words, say }: Voice): Block => ({
  kind: 'table',
  heading: words.tax.heading,
  columns: [
    { label: words.tax.rate, align: 'left' },
    { label: words.tax.net, align: 'right' },
    { label: words.tax.tax, align: 'right' },
    { label: words.tax.gross, align: 'right' },
  ],
  rows: [[say.rate(order.tax_rate), say.money(money(order.total - order.tax_amount)), say.money(order.tax_amount), say.money(order.total)]],
  empty: words.tax.none,
});

const payments = ({ order, payments: taken }: ReceiptData, { words, say }: Voice): Block[] => {
  const { payment: word } = words;
  const unpaid = order.payment_state !== 'paid' && order.status !== 'cancelled';
  const lines = taken.flatMap(
    (payment): Lines => [
      { label: payment.method_name, value: say.money(payment.amount) },
      ...(payment.rounding === 0 ? [] : [{ label: word.rounding, value: say.money(payment.rounding) }]),
      ...(payment.tip === 0 ? [] : [{ label: word.tip, value: say.money(payment.tip) }]),
      ...(payment.change_given === 0 && payment.tendered === payment.amount
        ? []
        : [{ label: word.tendered, value: say.money(payment.tendered) }]),
      ...(payment.reference?.trim() ? [{ label: word.reference(payment.reference.trim()), value: '' }] : []),
      ...(payment.change_given === 0 ? [] : [{ label: word.change, value: say.money(payment.change_given), weight: 'large' } as const]),
    ],
  );
  const rest: Lines = unpaid
    ? [
        ...(taken.length > 0 ? [{ label: word.paid, value: say.money(order.paid_amount), weight: 'sum' } as const] : []),
        { label: word.due, value: say.money(order.due_amount), weight: 'large' },
      ]
    : [];
  return lines.length + rest.length === 0 ? [] : [{ kind: 'statement', heading: word.heading, lines: [...lines, ...rest] }];
};

const refunds = ({ refunds: made }: ReceiptData, { words, say }: Voice): Block[] =>
  made.length === 0
    ? []
    : [
        {
          kind: 'statement',
          heading: words.receipt.refunds,
          lines: made.map((refund) => ({
            label: `${refund.kind === 'void' ? words.receipt.void : words.receipt.refund} ${refund.refund_number}`,
            value: say.money(money(-givenBack(refund))),
          })),
        },
      ];

/** The money that went back over the counter for a refund, with rounding and tip. */
export const givenBack = (refund: Refund): number =>
  refund.tenders.reduce((sum, tender) => sum + tender.amount + tender.rounding + tender.tip, 0);
