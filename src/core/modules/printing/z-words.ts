import { norwegianZ } from './z-words-nb.ts';

/** The words of X and Z reports. */
export interface ZWords {
  readonly titles: { readonly X: string; readonly Z: string };
  readonly subject: { readonly X: (shift: number) => string; readonly Z: (number: number) => string };
  readonly not_final: string;
  readonly facts: {
    readonly business_date: string;
    readonly shift: string;
    readonly opened: string;
    readonly closed: string;
    readonly still_open: string;
    readonly made: string;
    readonly printed: string;
    readonly previous: string;
    readonly first: string;
    readonly orders: string;
    readonly none: string;
    readonly times_in: string;
    readonly program: string;
    readonly by: (when: string, who: string) => string;
    readonly from_to: (first: string, last: string) => string;
  };
  readonly figures: { readonly net: string; readonly sales: string; readonly average: string; readonly over_short: string };
  readonly sales: {
    readonly heading: string;
    readonly gross: string;
    readonly discounts: string;
    readonly comps: string;
    readonly added_tax: string;
    readonly voids: string;
    readonly refunds: string;
    readonly net_with_tax: string;
    readonly tax: string;
    readonly net: string;
    readonly count: string;
    readonly items: string;
    readonly average: string;
  };
  readonly categories: { readonly heading: string; readonly category: string; readonly quantity: string; readonly amount: string };
  readonly hours: {
    readonly heading: string;
    readonly hour: string;
    readonly orders: string;
    readonly amount: string;
    readonly range: (hour: string, next: string) => string;
  };
  readonly cashiers: { readonly heading: string; readonly cashier: string; readonly orders: string; readonly amount: string };
  readonly tax: { readonly heading: string; readonly rate: string; readonly net: string; readonly tax: string; readonly gross: string };
  readonly tenders: {
    readonly heading: string;
    readonly method: string;
    readonly count: string;
    readonly sales: string;
    readonly tips: string;
    readonly rounding: string;
    readonly refunds: string;
    readonly net: string;
  };
  readonly apart: {
    readonly heading: string;
    readonly tips: string;
    readonly rounding: string;
    readonly deposits_taken: string;
    readonly deposits_used: string;
    readonly deposits_returned: string;
  };
  readonly drawer: {
    readonly heading: string;
    readonly opening: string;
    readonly cash_sales: string;
    readonly cash_refunds: string;
    readonly paid_in: string;
    readonly paid_out: string;
    readonly drops: string;
    readonly expenses: string;
    readonly expected: string;
    readonly counted: string;
    readonly not_counted: string;
    readonly over_short: string;
    readonly float_left: string;
    readonly to_bank: string;
    readonly counts: (count: number) => string;
    readonly comment: string;
  };
  readonly movements: {
    readonly heading: string;
    readonly movement: string;
    readonly who: string;
    readonly amount: string;
    readonly kinds: Readonly<Record<string, string>>;
    readonly approved: (made: string, approved: string) => string;
  };
  readonly expenses: { readonly heading: string; readonly expense: string; readonly amount: string };
  readonly denominations: { readonly heading: string; readonly value: string; readonly count: string; readonly amount: string };
  readonly exceptions: {
    readonly heading: string;
    readonly kind: string;
    readonly count: string;
    readonly amount: string;
    readonly receipts: string;
    readonly copies: string;
    readonly refunds: string;
    readonly voids: string;
    readonly discounts: string;
    readonly comps: string;
    readonly waste: (quantity: string) => string;
    readonly no_sale: string;
    readonly held: string;
    readonly open_orders: string;
    readonly unpaid_orders: string;
    readonly deleted_orders: string;
    readonly sign_ins: string;
    readonly by_discount: string;
    readonly by_person: string;
    readonly clock_set_back: string;
    readonly clock_from: string;
    readonly clock_to: string;
    readonly name: string;
  };
  readonly grand: { readonly heading: string; readonly sales: string; readonly returns: string; readonly net: string };
  readonly checks: {
    readonly heading: string;
    readonly check: string;
    readonly result: string;
    readonly ok: string;
    readonly failed: string;
    readonly detail: (detail: string) => string;
    /** Names of the checks as the report has them; one that is not listed is shown as it is. */
    readonly names: Readonly<Record<string, string>>;
  };
  readonly proof: { readonly heading: string; readonly previous: string; readonly hash: string; readonly audit: string };
  readonly total: string;
  readonly nothing: string;
}

const english: ZWords = {
  titles: { X: 'X REPORT', Z: 'Z REPORT' },
  subject: { X: (shift) => `Shift ${shift}`, Z: (number) => `Z ${number}` },
  not_final: 'Figures so far. The shift is open and this report closes nothing.',
  facts: {
    business_date: 'Business date',
    shift: 'Shift',
    opened: 'Opened',
    closed: 'Closed',
    still_open: 'not yet',
    made: 'Figures of',
    printed: 'Printed',
    previous: 'Previous Z',
    first: 'none',
    orders: 'Orders',
    none: 'none',
    times_in: 'Times in',
    program: 'Program',
    by: (when, who) => `${when} by ${who}`,
    from_to: (first, last) => `${first} – ${last}`,
  },
  figures: { net: 'Net sales with tax', sales: 'Sales', average: 'Average sale', over_short: 'Cash over / short' },
  sales: {
    heading: 'Sales',
    gross: 'Gross sales',
    discounts: 'Discounts',
    comps: 'Given free',
    added_tax: 'Tax on sales',
    voids: 'Voids',
    refunds: 'Refunds',
    net_with_tax: 'Net sales with tax',
    tax: 'of which tax',
    net: 'Net sales without tax',
    count: 'Sales',
    items: 'Items sold',
    average: 'Average sale',
  },
  categories: { heading: 'Sales by category', category: 'Category', quantity: 'Items', amount: 'Amount' },
  hours: { heading: 'Sales by hour', hour: 'Hour', orders: 'Sales', amount: 'Amount', range: (hour, next) => `${hour}–${next}` },
  cashiers: { heading: 'Sales by cashier', cashier: 'Cashier', orders: 'Sales', amount: 'Amount' },
  tax: { heading: 'Tax', rate: 'Rate', net: 'Net', tax: 'Tax', gross: 'Gross' },
  tenders: {
    heading: 'Payments',
    method: 'Method',
    count: 'Count',
    sales: 'Taken',
    tips: 'Tips',
    rounding: 'Rounding',
    refunds: 'Given back',
    net: 'Net',
  },
  apart: {
    heading: 'Apart from sales',
    tips: 'Tips',
    rounding: 'Cash rounding',
    deposits_taken: 'Part payments taken',
    deposits_used: 'Part payments used',
    deposits_returned: 'Part payments returned',
  },
  drawer: {
    heading: 'Cash drawer',
    opening: 'Opening float',
    cash_sales: 'Cash kept',
    cash_refunds: 'Cash given back',
    paid_in: 'Paid in',
    paid_out: 'Paid out',
    drops: 'Safe drops',
    expenses: 'Expenses from the till',
    expected: 'Expected',
    counted: 'Counted',
    not_counted: 'not counted',
    over_short: 'Over / short',
    float_left: 'Float left',
    to_bank: 'To the bank',
    counts: (count) => `Counted ${count} times; the last count stands.`,
    comment: 'Comment on the difference',
  },
  movements: {
    heading: 'Drawer movements',
    movement: 'Movement',
    who: 'Who',
    amount: 'Amount',
    kinds: { paid_in: 'Paid in', paid_out: 'Paid out', drop: 'Safe drop', no_sale: 'No sale' },
    approved: (made, approved) => `${made}, approved by ${approved}`,
  },
  expenses: { heading: 'Expenses from the till', expense: 'Expense', amount: 'Amount' },
  denominations: { heading: 'Count of the drawer', value: 'Note or coin', count: 'Count', amount: 'Amount' },
  exceptions: {
    heading: 'Exceptions',
    kind: 'What',
    count: 'Count',
    amount: 'Amount',
    receipts: 'Receipts printed',
    copies: 'Copies printed',
    refunds: 'Refunds',
    voids: 'Voids',
    discounts: 'Discounts',
    comps: 'Given free',
    waste: (quantity) => `Waste (${quantity} pieces)`,
    no_sale: 'Drawer opened, no sale',
    held: 'Held tickets',
    open_orders: 'Open orders',
    unpaid_orders: 'Orders not paid in full',
    deleted_orders: 'Deleted orders',
    sign_ins: 'Sign-ins',
    by_discount: 'Discounts by name',
    by_person: 'Voids by person',
    clock_set_back: 'Clock set back',
    clock_from: 'It had shown',
    clock_to: 'Then it showed',
    name: 'Name',
  },
  grand: { heading: 'Grand totals since the first day', sales: 'Sales', returns: 'Returns', net: 'Net' },
  checks: {
    heading: 'Self-checks',
    check: 'Check',
    result: 'Result',
    ok: 'OK',
    failed: 'FAILED',
    detail: (detail) => `${detail} (in the smallest unit)`,
    names: {},
  },
  proof: { heading: 'Proof', previous: 'Previous Z', hash: 'This Z', audit: 'Last audit entry' },
  total: 'Total',
  nothing: 'none',
};

/** By language, or by language and region; a language that is not here gets English. */
export const Z_WORDS: Readonly<Record<string, ZWords>> = { en: english, nb: norwegianZ };
