import { norwegianSlips } from './slip-words-nb.ts';

/** The words of receipts, refunds, drawer slips and of the marks on any paper. */
export interface SlipWords {
  readonly marks: {
    readonly copy: (n: number) => string;
    readonly not_paid: string;
    readonly part_paid: string;
    readonly cancelled: string;
  };
  readonly tax_number: (number: string) => string;
  readonly facts: {
    readonly time: string;
    readonly order: string;
    readonly shift: string;
    readonly cashier: string;
    readonly customer: string;
    readonly made_by: string;
    readonly approved_by: string;
    readonly printed: string;
    /** A time and the person. */
    readonly by: (when: string, who: string) => string;
  };
  readonly receipt: {
    readonly title: string;
    /** Of an order that is not paid in full. */
    readonly bill: string;
    readonly each: (price: string) => string;
    readonly line_discount: (amount: string, reason: string | null) => string;
    readonly comp: (amount: string, reason: string | null) => string;
    readonly subtotal: string;
    readonly line_discounts: string;
    readonly comps: string;
    readonly discount: (name: string | null) => string;
    readonly tax: (rate: string) => string;
    readonly total: string;
    readonly notes: string;
    readonly refunds: string;
    readonly void: string;
    readonly refund: string;
  };
  readonly payment: {
    readonly heading: string;
    readonly rounding: string;
    readonly tip: string;
    readonly tendered: string;
    readonly change: string;
    readonly reference: (text: string) => string;
    readonly paid: string;
    readonly due: string;
  };
  readonly tax: {
    readonly heading: string;
    readonly rate: string;
    readonly net: string;
    readonly tax: string;
    readonly gross: string;
    readonly none: string;
  };
  readonly refund: {
    readonly refund: string;
    readonly void: string;
    readonly reason: string;
    readonly goods: Readonly<Record<'restock' | 'waste' | 'kept', string>>;
    readonly subtotal: string;
    readonly discount: string;
    readonly total: string;
    readonly tenders: string;
    readonly given_back: string;
    readonly customer: string;
  };
  readonly drawer: {
    readonly titles: Readonly<Record<'paid_in' | 'paid_out' | 'drop' | 'no_sale', string>>;
    readonly subject: (id: number) => string;
    readonly reason: string;
    readonly amount: string;
    readonly signature: string;
  };
  readonly test: {
    readonly title: string;
    readonly mark: string;
    readonly address: string;
    readonly columns: string;
    readonly one_line: string;
    readonly letters: string;
    readonly amounts: string;
    readonly end: string;
  };
}

const english: SlipWords = {
  marks: { copy: (n) => `COPY ${n}`, not_paid: 'NOT PAID', part_paid: 'PART PAID', cancelled: 'CANCELLED' },
  tax_number: (number) => `Tax no. ${number}`,
  facts: {
    time: 'Time',
    order: 'Order',
    shift: 'Shift',
    cashier: 'Served by',
    customer: 'Customer',
    made_by: 'By',
    approved_by: 'Approved by',
    printed: 'Printed',
    by: (when, who) => `${when} by ${who}`,
  },
  receipt: {
    title: 'RECEIPT',
    bill: 'BILL',
    each: (price) => `${price} each`,
    line_discount: (amount, reason) => `Discount ${amount}${reason ? `: ${reason}` : ''}`,
    comp: (amount, reason) => `Given free ${amount}${reason ? `: ${reason}` : ''}`,
    subtotal: 'Subtotal',
    line_discounts: 'Discounts on lines',
    comps: 'Given free',
    discount: (name) => (name ? `Discount: ${name}` : 'Discount'),
    tax: (rate) => `Tax ${rate}`,
    total: 'Total',
    notes: 'Note',
    refunds: 'Given back since',
    void: 'Void',
    refund: 'Refund',
  },
  payment: {
    heading: 'Payment',
    rounding: 'Cash rounding',
    tip: 'Tip',
    tendered: 'Received',
    change: 'Change',
    reference: (text) => `Reference ${text}`,
    paid: 'Paid so far',
    due: 'Still due',
  },
  tax: { heading: 'Tax', rate: 'Rate', net: 'Net', tax: 'Tax', gross: 'Gross', none: 'none' },
  refund: {
    refund: 'REFUND',
    void: 'VOID',
    reason: 'Reason',
    goods: { restock: 'back in stock', waste: 'thrown away', kept: 'stays with the customer' },
    subtotal: 'Goods',
    discount: 'Discount',
    total: 'Taken off the sale',
    tenders: 'By',
    given_back: 'Given back',
    customer: 'Customer',
  },
  drawer: {
    titles: { paid_in: 'CASH PAID IN', paid_out: 'CASH PAID OUT', drop: 'SAFE DROP', no_sale: 'DRAWER OPENED, NO SALE' },
    subject: (id) => `No. ${id}`,
    reason: 'Reason',
    amount: 'Amount',
    signature: 'Signature',
  },
  test: {
    title: 'TEST PAGE',
    mark: 'TEST',
    address: 'Printer',
    columns: 'Letters in a line',
    one_line: 'This must be exactly one line',
    letters: 'Letters',
    amounts: 'Amounts',
    end: 'Paper is cut below',
  },
};

/** By language, or by language and region; a language that is not here gets English. */
export const SLIP_WORDS: Readonly<Record<string, SlipWords>> = { en: english, nb: norwegianSlips };
