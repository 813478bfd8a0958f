import { wordsFor } from './language.ts';
import { norwegianReport } from './words-nb.ts';

/** The words of the shift's report. A language that lacks the table gets English. */
export interface ReportWords {
  readonly title: string;
  readonly shift: (id: number) => string;
  readonly open: string;
  readonly facts: {
    readonly business_date: string;
    readonly opened: string;
    readonly closed: string;
    readonly still_open: string;
    readonly printed: string;
    readonly times_in: string;
    readonly order_numbers: string;
    readonly none: string;
    /** A time and the person. */
    readonly by: (when: string, who: string) => string;
    readonly from_to: (first: string, last: string) => string;
  };
  readonly figures: { readonly total: string; readonly orders: string; readonly average: string; readonly over_short: string };
  readonly sales: {
    readonly heading: string;
    readonly gross: string;
    readonly discounts: (orders: number) => string;
    readonly net: string;
    readonly tax: string;
    readonly total: string;
  };
  readonly drawer: {
    readonly heading: string;
    readonly opening: string;
    readonly cash_sales: string;
    readonly paid_from_till: string;
    readonly expected: string;
    readonly counted: string;
    readonly over_short: string;
    readonly not_counted: string;
  };
  readonly categories: {
    readonly heading: string;
    readonly category: string;
    readonly quantity: string;
    readonly amount: string;
    readonly note: string;
  };
  readonly methods: { readonly heading: string; readonly method: string; readonly orders: string; readonly amount: string };
  readonly taxes: { readonly heading: string; readonly rate: string; readonly net: string; readonly tax: string; readonly gross: string };
  readonly statuses: {
    readonly heading: string;
    readonly status: string;
    readonly orders: string;
    readonly amount: string;
    readonly cancelled: string;
  };
  readonly expenses: { readonly heading: string; readonly expense: string; readonly from_till: string; readonly amount: string };
  readonly notes: string;
  readonly total: string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  /** Names of payment methods and order statuses; one that is not listed is shown as it is. */
  readonly names: Readonly<Record<string, string>>;
}

const english: ReportWords = {
  title: 'END OF DAY REPORT',
  shift: (id) => `Shift ${id}`,
  open: 'STILL OPEN',
  facts: {
    business_date: 'Business date',
    opened: 'Opened',
    closed: 'Closed',
    still_open: 'not yet',
    printed: 'Printed',
    times_in: 'Times in',
    order_numbers: 'Orders',
    none: 'none',
    by: (when, who) => `${when} by ${who}`,
    from_to: (first, last) => `${first} – ${last}`,
  },
  figures: { total: 'Total sales', orders: 'Orders', average: 'Average order', over_short: 'Cash over / short' },
  sales: {
    heading: 'Sales',
    gross: 'Gross sales',
    discounts: (orders) => `Discounts (${orders} ${orders === 1 ? 'order' : 'orders'})`,
    net: 'Net sales',
    tax: 'Tax',
    total: 'Total with tax',
  },
  drawer: {
    heading: 'Cash drawer',
    opening: 'Opening float',
    cash_sales: 'Cash sales',
    paid_from_till: 'Paid from the till',
    expected: 'Expected',
    counted: 'Counted',
    over_short: 'Over / short',
    not_counted: 'not counted yet',
  },
  categories: {
    heading: 'Sales by category',
    category: 'Category',
    quantity: 'Items',
    amount: 'Amount',
    note: 'Before discounts and tax.',
  },
  methods: { heading: 'Payments', method: 'Method', orders: 'Orders', amount: 'Amount' },
  taxes: { heading: 'Tax', rate: 'Rate', net: 'Net', tax: 'Tax', gross: 'Gross' },
  statuses: {
    heading: 'Orders by status',
    status: 'Status',
    orders: 'Orders',
    amount: 'Amount',
    cancelled: 'Cancelled orders are in no other figure.',
  },
  expenses: { heading: 'Expenses', expense: 'Expense', from_till: 'From the till', amount: 'Amount' },
  notes: 'Notes',
  total: 'Total',
  yes: 'yes',
  no: 'no',
  nothing: 'none',
  names: {
    cash: 'Cash',
    card: 'Card',
    mobile: 'Mobile',
    pending: 'Pending',
    preparing: 'Preparing',
    ready: 'Ready',
    completed: 'Completed',
    cancelled: 'Cancelled',
  },
};

const tables: Readonly<Record<string, ReportWords>> = { en: english, nb: norwegianReport };

/** The words for a language tag such as `nb` or `nb-NO`, and the language they really are in. */
export const reportWords = (tag: string): { words: ReportWords; language: string } => wordsFor(tables, tag);
