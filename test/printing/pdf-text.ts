import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../support/test-app.ts';

/** Whether poppler's tools are there. Under CI they must be. */
export const canReadPdf = (): boolean => {
  if (spawnSync('pdftotext', ['-v']).error === undefined) return true;
  if (process.env.CI) throw new Error('pdftotext (poppler-utils) is missing');
  process.stderr.write('Left out: reading PDFs back, since pdftotext is missing. apt-get install poppler-utils\n');
  return false;
};

/** The lines of a PDF's text as they stand on the page, with single spaces; one array a page. */
export const pdfPages = (bytes: Uint8Array): string[][] => {
  const file = join(tempFolder(), 'paper.pdf');
  writeFileSync(file, bytes);
  const text = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.replace(/\s+/gu, ' ').trim())
        .filter((line) => line !== ''),
    );
};

/** The words of a PDF with the height of their letters, in points. */
export const pdfWords = (bytes: Uint8Array): { text: string; height: number }[] => {
  const file = join(tempFolder(), 'paper.pdf');
  writeFileSync(file, bytes);
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  return [...boxes.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(([, top, bottom, text = '']) => ({
    text,
    height: Number(bottom) - Number(top),
  }));
};
