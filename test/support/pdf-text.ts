import { execFileSync } from 'node:child_process';
import { programOnPath } from '../../scripts/ready/browser.mjs';

/** Whether PDFs can be read back here. `npm test` says so when they cannot, and fails under CI. */
export const canReadPdf = (): boolean => programOnPath('pdftotext') !== null;

/** The lines of a PDF's text, as they stand on the page, with single spaces. */
export const pdfLines = (file: string): string[] =>
  execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');

/** The first amount after `label` on a line of the paper, as written; null when none follows. Columns may stand side by side. */
export const amountAfter = (lines: readonly string[], label: string): string | null => {
  const words = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const sought = new RegExp(`(?:^| )${words} ([-−–]?\\$[\\d,]+\\.\\d\\d)(?= |$)`, 'u');
  for (const line of lines) {
    const found = sought.exec(line)?.[1];
    if (found) return found;
  }
  return null;
};
