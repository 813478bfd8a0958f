import type { ImportFault } from '../../../contract/exchange.ts';

const FAULTS_TOLD = 1000;
const LONGEST_VALUE = 80;

/** What is wrong with a file, bounded however bad it is. */
export class Faults {
  readonly list: ImportFault[] = [];
  count = 0;

  add(line: number, column: string, reason: string, value: string): void {
    this.count += 1;
    if (this.list.length >= FAULTS_TOLD) return;
    this.list.push({ line, column, reason, value: value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value });
  }

  /** A fault of the file as a whole; answers `otherwise`, to be returned in its place. */
  ofFile<T>(reason: string, otherwise: T): T {
    this.add(0, '', reason, '');
    return otherwise;
  }
}
