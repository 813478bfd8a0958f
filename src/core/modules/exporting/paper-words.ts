/** What stands around a report in a file. */
export interface PaperWords {
  readonly period: string;
  readonly days: (start: string, end: string) => string;
  readonly until: (end: string) => string;
  readonly shift_only: string;
  readonly made: string;
  readonly by: (when: string, who: string) => string;
  readonly counts: string;
  readonly rows: (count: string) => string;
  /** A paper that would be a book ends after its first pages. */
  readonly first_rows: (shown: string, count: string) => string;
  readonly total: string;
  readonly empty: string;
  readonly about: string;
  readonly shop: string;
  readonly times_in: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly who: Readonly<Record<string, string>>;
}

const english: PaperWords = {
  period: 'Period',
  days: (start, end) => `${start} – ${end}`,
  until: (end) => `up to ${end}`,
  shift_only: 'the whole shift',
  made: 'Made',
  by: (when, who) => `${when} by ${who}`,
  counts: 'What counts',
  rows: (count) => (count === '1' ? '1 row' : `${count} rows`),
  first_rows: (shown, count) => `The first ${shown} of ${count} rows; the totals are of all of them. The spreadsheet has every row.`,
  total: 'Total',
  empty: 'Nothing in this period',
  about: 'About',
  shop: 'Shop',
  times_in: 'Times in',
  filters: {
    shift_id: 'Shift',
    staff: 'Person',
    who: 'By',
    category_id: 'Category',
    method: 'Method',
    reason: 'Reason',
    weekday: 'Weekday',
    find: 'Item',
  },
  who: { settled: 'who was paid', took: 'who took the order' },
};

const norwegian: PaperWords = {
  period: 'Periode',
  days: (start, end) => `${start} – ${end}`,
  until: (end) => `til og med ${end}`,
  shift_only: 'hele skiftet',
  made: 'Laget',
  by: (when, who) => `${when} av ${who}`,
  counts: 'Hva som teller',
  rows: (count) => (count === '1' ? '1 rad' : `${count} rader`),
  first_rows: (shown, count) => `De første ${shown} av ${count} rader; summene gjelder alle. Regnearket har hver rad.`,
  total: 'Sum',
  empty: 'Ingenting i denne perioden',
  about: 'Om',
  shop: 'Sted',
  times_in: 'Tider i',
  filters: {
    shift_id: 'Skift',
    staff: 'Person',
    who: 'Etter',
    category_id: 'Kategori',
    method: 'Betalingsmåte',
    reason: 'Grunn',
    weekday: 'Ukedag',
    find: 'Vare',
  },
  who: { settled: 'hvem som fikk betalt', took: 'hvem som tok bestillingen' },
};

export const PAPER_WORDS = { en: english, nb: norwegian } as const;
