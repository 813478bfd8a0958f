import { expect, test } from 'vitest';
import type { PaperDocument } from '../../src/contract/paper.ts';
import { wordsFor } from '../../src/core/modules/printing/language.ts';
import { SLIP_WORDS } from '../../src/core/modules/printing/slip-words.ts';
import { Z_WORDS } from '../../src/core/modules/printing/z-words.ts';
import { aBusyDay, closeTheDay } from './a-busy-day.ts';
import { canReadPdf, pdfPages } from './pdf-text.ts';

const textOf = (paper: PaperDocument): string => JSON.stringify(paper).replaceAll(/[\u00a0\u202f]/gu, ' ');

const aNorwegianDay = async () => {
  const day = await aBusyDay();
  await day.app.call('settings.update', { language: 'nb', currency: 'EUR' });
  return day;
};

test('a shop whose language is Norwegian hands out Norwegian papers, numbers and days', async () => {
  const { app, cash, refund, paidOut, shift, unpaid } = await aNorwegianDay();
  const made = async (document: 'receipt' | 'refund' | 'drawer' | 'x' | 'z', document_id: number) =>
    (await app.call('prints.make', { document, document_id })).paper;
  expect(await made('receipt', cash.id)).toMatchObject({ language: 'nb', title: 'SALGSKVITTERING' });
  const copy = await made('receipt', cash.id);
  expect(copy.marks).toEqual(['KOPI 1']);
  expect(textOf(copy)).toMatch(/MVA 8,875 %.*Tips.*Tilbake/);
  expect(textOf(copy)).toContain('2. mars 2026, 09:00');
  expect(await made('receipt', unpaid.id)).toMatchObject({ title: 'FORELØPIG REGNING', marks: ['IKKE BETALT'] });
  expect(await made('refund', refund.id)).toMatchObject({ title: 'REFUSJON' });
  expect(await made('drawer', paidOut.id)).toMatchObject({ title: 'KONTANTUTTAK' });
  expect(await made('x', shift.id)).toMatchObject({ title: 'X-RAPPORT', subject: `Skift ${shift.id}` });
  const z = await closeTheDay(app, shift.id);
  const paper = await made('z', z.identity.z_number ?? 0);
  expect(paper).toMatchObject({ title: 'Z-RAPPORT', language: 'nb' });
  // Every check that a report makes has its Norwegian name.
  for (const { name } of z.checks) expect(textOf(paper)).not.toContain(name);
  expect(textOf(paper)).not.toMatch(/\b(Sales|Amount|Count|Drawer|Opened|Refunds)\b/);
});

test('the PDF has every letter and figure of a Norwegian paper', async () => {
  const { app, cash, shift } = await aNorwegianDay();
  if (!canReadPdf()) return;
  const print = await app.call('prints.make', { document: 'receipt', document_id: cash.id, target: 'pdf' });
  for (const paper of ['a4', 'roll80'] as const) {
    const text = pdfPages(await app.call('prints.pdf', { print_id: print.id, paper }))
      .flat()
      .join('\n');
    for (const word of ['Betjent av', 'Tilbake', 'MVA', '€']) expect(text, paper).toContain(word);
    expect(text).not.toContain('\ufffd');
  }
  const report = await app.call('shifts.reportPdf', { shift_id: shift.id });
  expect(pdfPages(report).flat().join('\n')).toMatch(/DAGSOPPGJØR[\s\S]*Kasseskuff/);
});

test('a region falls back to its language, and a language without words to English', () => {
  expect(wordsFor(SLIP_WORDS, 'nb-NO')).toEqual({ words: SLIP_WORDS.nb, language: 'nb-NO' });
  expect(wordsFor(Z_WORDS, 'fi')).toEqual({ words: Z_WORDS.en, language: 'en' });
});
