import { Refusal } from '../../kernel/errors.ts';

const MOST_WARNINGS = 200;
const FAULTS_TOLD = 5;

/** What an import found: faults stop it, warnings are told. Both are bounded, whatever the file holds. */
export class ImportReport {
  readonly warnings: string[] = [];
  #warned = 0;
  readonly #faults: string[] = [];
  #faulty = 0;
  /** Amounts with more decimals than the currency, by `table.column`: how many were rounded. */
  readonly rounded = new Map<string, number>();

  /** Something that cannot be kept as it is and was changed in a stated way. */
  warn(text: string): void {
    this.#warned += 1;
    if (this.#warned <= MOST_WARNINGS) this.warnings.push(text);
  }

  /** Something that cannot be kept at all: nothing will be imported. */
  fault(text: string): void {
    this.#faulty += 1;
    if (this.#faulty <= FAULTS_TOLD) this.#faults.push(text);
  }

  get isFaulty(): boolean {
    return this.#faulty > 0;
  }

  noteRounded(column: string): void {
    this.rounded.set(column, (this.rounded.get(column) ?? 0) + 1);
  }

  /** Ends the list of warnings with the number left off. */
  finishWarnings(): void {
    if (this.#warned > MOST_WARNINGS) this.warnings.push(`... and ${this.#warned - MOST_WARNINGS} more`);
  }

  refuseFaults(file: string): void {
    if (this.#faulty === 0) return;
    const more = this.#faulty > FAULTS_TOLD ? `; and ${this.#faulty - FAULTS_TOLD} more` : '';
    throw new Refusal('unsupported_file', `${file} cannot be imported: ${this.#faults.join('; ')}${more}. Nothing was changed.`);
  }
}
