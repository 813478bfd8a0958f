import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { PaperDocument } from '../../src/contract/paper.ts';
import { inColumns } from '../../src/core/modules/printing/columns.ts';
import { type Columns, escPosBytes, UnprintableFigure } from '../../src/core/modules/printing/escpos.ts';
import type { NarrowLine } from '../../src/core/modules/printing/narrow.ts';
import { aBusyDay, closeTheDay } from './a-busy-day.ts';
import { commandsIn, readEscPos, textsOf } from './escpos-text.ts';
import { euros, figuresOf } from './paper-texts.ts';

const WIDTHS: readonly Columns[] = [32, 42, 48];
const print = async (paper: PaperDocument, columns: Columns = 42, options: { currency?: string; pulse?: boolean } = {}) =>
  readEscPos(await escPosBytes(paper, { columns, currency: options.currency ?? 'EUR', pulse: options.pulse ?? false }));

const aPaper = (blocks: PaperDocument['blocks'], more: Partial<PaperDocument> = {}): PaperDocument => ({
  language: 'en',
  issuer: 'Shop',
  title: 'RECEIPT',
  subject: '1',
  blocks,
  footer: '',
  ...more,
});
const amountPaper = (value: string): PaperDocument =>
  aPaper([{ kind: 'statement', heading: '', lines: [{ label: 'Total', value, weight: 'large' }] }]);

describe.each(WIDTHS)('on %i columns', (columns) => {
  test('a receipt has its lines, fits, and is cut off', async () => {
    const { app, cash } = await aBusyDay();
    await app.call('prints.make', { document: 'receipt', document_id: cash.id });
    const { paper } = await app.call('prints.make', { document: 'receipt', document_id: cash.id });
    const printed = await print(paper, columns);
    const texts = textsOf(printed);
    for (const text of [
      'Kaffe & Brød',
      'Tax no. NO 999 888 777 MVA',
      'COPY 1',
      '2 x Latte €11.70',
      '+ Oat milk €0.60',
      'extra hot',
      `Subtotal ${euros(cash.subtotal)}`,
      `Total ${euros(cash.total)}`,
      'Thank you, and come again!',
    ]) {
      expect.soft(texts).toContain(text);
    }
    expect(texts.some((text) => text.startsWith('Change €'))).toBe(true);
    for (const line of printed.lines) expect.soft(line.text.length * line.size, line.text).toBeLessThanOrEqual(columns);
    expect(printed).toMatchObject({ cuts: 1, pulses: 0 });
  });

  test('a copy says so at least twice as large as any amount', async () => {
    const { app, cash } = await aBusyDay();
    await app.call('prints.make', { document: 'receipt', document_id: cash.id });
    const { paper } = await app.call('prints.make', { document: 'receipt', document_id: cash.id });
    const { lines } = await print(paper, columns);
    const sizeOf = (start: string) => lines.find((line) => line.text.trim().startsWith(start))?.size ?? 0;
    expect(sizeOf('Total')).toBe(2);
    expect(sizeOf('COPY 1')).toBeGreaterThanOrEqual(
      2 * Math.max(...lines.filter((line) => line.text.includes('€')).map((line) => line.size)),
    );
  });

  test('a Z has every figure, and none is broken over two lines', async () => {
    const { app, shift } = await aBusyDay();
    await closeTheDay(app, shift.id);
    const { paper } = await app.call('prints.make', { document: 'z', document_id: 1 });
    const printed = await print(paper, columns);
    const text = textsOf(printed).join('\n');
    expect(text).toContain('Z REPORT');
    const amounts = figuresOf(paper)
      .map((figure) => figure.split('|').at(-1) ?? '')
      .filter((value) => /^-?€[\d,.]+$/.test(value));
    expect(amounts.length).toBeGreaterThan(60);
    expect(amounts.filter((amount) => !text.includes(amount))).toEqual([]);
    for (const line of printed.lines) expect.soft(line.text.length * line.size, line.text).toBeLessThanOrEqual(columns);
  });
});

test('the pulse for the drawer comes first, so that it opens at once', async () => {
  expect(await print(amountPaper('€1.00'), 42, { pulse: true })).toMatchObject({ pulses: 1, pulseFirst: true, cuts: 1 });
});

test('a currency sign that printers do not have becomes its code; other letters they lack become question marks', async () => {
  expect(textsOf(await print(amountPaper('₹1,234.00'), 42, { currency: 'INR' }))).toContain('Total INR 1,234.00');
  expect(textsOf(await print(amountPaper('£5.00'), 42, { currency: 'GBP' }))).toContain('Total £5.00');
  expect(textsOf(await print(aPaper([{ kind: 'message', text: 'Café på hjørnet – 咖啡 🙂 → §' }])))).toContain(
    'Café på hjørnet - ?? ? -> ?',
  );
});

test('a figure that no code page has is refused: better no paper than a wrong one', async () => {
  await expect(escPosBytes(amountPaper('€١٢'), { columns: 42, currency: 'EUR', pulse: false })).rejects.toThrow(UnprintableFigure);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        '\u001b',
        '\u001d',
        '\u0010',
        '←',
        '↔',
        '►',
        '◄',
        '☺',
        '§',
        '¶',
        '⌂',
        '\u007f',
        'p',
        'V',
        '@',
        '\u0000',
        '\u0004',
        '1',
        '½',
        'é',
        '€',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

property.prop([anyText], { numRuns: 60 })('nothing in a name can become a command', async (name) => {
  const paper = aPaper([{ kind: 'goods', lines: [{ quantity: '1', name, amount: '€1.00', under: [name] }] }]);
  const bytes = await escPosBytes(paper, { columns: 42, currency: 'EUR', pulse: false }).catch((error: unknown) => {
    if (error instanceof UnprintableFigure) return null;
    throw error;
  });
  if (bytes) expect(commandsIn(bytes)).toEqual({ pulses: 0, cuts: 1 });
});

const lineOf = (columns: number): fc.Arbitrary<NarrowLine> => {
  const words = fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: columns * 2 }), { maxLength: 5 }).map((parts) => parts.join(' '));
  const amount = fc.stringMatching(/^-?€[0-9,.]{1,12}$/);
  return fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      text: words,
      align: fc.constantFrom('left' as const, 'center' as const),
      size: fc.constantFrom(1 as const, 2 as const, 4 as const),
      bold: fc.boolean(),
      indent: fc.constantFrom(0, 2, 4),
    }),
    fc.record({
      kind: fc.constant('pair' as const),
      left: words,
      right: amount,
      size: fc.constantFrom(1 as const, 2 as const),
      bold: fc.boolean(),
    }),
  );
};

const letters = (text: string): string => text.replace(/\s/gu, '');

property.prop([fc.constantFrom(...WIDTHS).chain((columns) => fc.tuple(fc.constant(columns), lineOf(columns)))])(
  'whatever is printed fits the paper and loses no letter',
  ([columns, line]) => {
    const printed = inColumns([line], columns);
    for (const { text, size } of printed) expect(text.length * size).toBeLessThanOrEqual(columns);
    const whole = line.kind === 'pair' ? line.left + line.right : line.kind === 'text' ? line.text : '';
    expect(letters(printed.map(({ text }) => text).join(''))).toBe(letters(whole));
  },
);
