import type { ImportRun } from './import-run.ts';

/** Shifts with their ids. The original could open several at once; only the last of them stays open. */
export const importShifts = (run: ImportRun): void => {
  const lastOpen = [...run.rows('shifts')].reduce<number>((last, row) => (row.text('status') === 'open' ? row.id : last), 0);
  for (const row of run.rows('shifts')) {
    const openedAt = row.instant('opened_at');
    const wasOpen = row.choice('status', ['open', 'closed']) === 'open';
    const staysOpen = wasOpen && row.id === lastOpen;
    const stored = row.instantOrNull('closed_at');
    const closedAt = staysOpen ? null : (stored ?? openedAt);
    if (wasOpen && !staysOpen) row.warn(`was still open beside shift ${lastOpen}; closed without a count`);
    if (!wasOpen && stored === null) row.warn('was closed without a time; closed when it was opened');
    run.write(
      'INSERT INTO shifts (id, opened_at, closed_at, business_date, opening_cash, closing_cash, status, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      [
        row.id,
        openedAt,
        closedAt,
        run.ctx.momentOf(openedAt).business_date,
        row.amount('opening_cash'),
        wasOpen ? null : row.amountOrNull('closing_cash'),
        staysOpen ? 'open' : 'closed',
        row.textOrNull('notes'),
      ],
    );
  }
};

/** Expenses with their ids. Those of a shift came out of its drawer: the original counts them so. */
export const importExpenses = (run: ImportRun): void => {
  for (const row of run.rows('expenses')) {
    const category = row.text('category').trim();
    if (category === '') row.warn('has no category; kept under "Other"');
    const date = row.instant('date');
    const shiftId = row.integerOrNull('shift_id', { min: 1 });
    run.write(
      `INSERT INTO expenses (id, category, description, amount, date, business_date, shift_id, paid_from_till, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.id,
        category === '' ? 'Other' : category,
        row.textOrNull('description'),
        row.amount('amount', { min: 1 }),
        date,
        run.ctx.momentOf(date).business_date,
        shiftId,
        shiftId === null ? 0 : 1,
        row.instant('created_at'),
      ],
    );
  }
};
