import { isDay } from '../../../domain/business-day.ts';
import type { ImportRun } from './import-run.ts';

const NUMBER = /^PHI-(\d{4})(\d{2})(\d{2})-(\d{1,9})$/;

/** The highest order number used on each day, by the day that stands in the number itself. */
export class NumberCounters {
  readonly #highest = new Map<string, number>();

  /** Answers whether the number has the known form; one of another form can never be given again by us. */
  note(orderNumber: string): boolean {
    const [, year, month, dayOfMonth, digits] = NUMBER.exec(orderNumber) ?? [];
    const day = `${year}-${month}-${dayOfMonth}`;
    if (digits === undefined || !isDay(day)) return false;
    this.#highest.set(day, Math.max(this.#highest.get(day) ?? 0, Number(digits)));
    return true;
  }

  /** Our own numbers of such a day begin after the highest imported one. */
  store(run: ImportRun): void {
    for (const [day, highest] of this.#highest) {
      run.write('INSERT INTO order_numbers (business_date, first_number, last_number) VALUES (?, ?, ?)', [day, highest + 1, highest]);
    }
  }
}
