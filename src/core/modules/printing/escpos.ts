import type ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { PaperDocument } from '../../../contract/paper.ts';
import { inColumns } from './columns.ts';
import { narrowLines } from './narrow.ts';

export type Columns = 32 | 42 | 48;

export interface EscPosOptions {
  readonly columns: Columns;
  /** ISO code: stands in for a currency sign that printers do not have. */
  readonly currency: string;
  /** Sends the pulse that opens the drawer, before the paper. */
  readonly pulse: boolean;
}

/** A figure or a currency that no printer could write: better no paper than a wrong one. */
export class UnprintableFigure extends Error {
  constructor(letter: string) {
    super(`the printer has no letter for ${JSON.stringify(letter)}`);
    this.name = 'UnprintableFigure';
  }
}

/** The code pages that receipt printers commonly have, the most common first: Western, the euro, Central European, Greek, Cyrillic, Turkish. */
const CODE_PAGES = ['cp437', 'cp858', 'windows1252', 'cp852', 'cp737', 'cp866', 'cp857'] as const;

/** Typographic letters that printers write differently or not at all. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '–': '-',
  '—': '-',
  '−': '-',
  '·': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '×': 'x',
  '•': '*',
  '→': '->',
  '←': '<-',
  '\t': ' ',
};

type Encoder = ReceiptPrinterEncoder;

/** Loaded when the first paper is made: a till without such a printer does not wait for it. */
const loadEncoder = async () => {
  const { default: Encoder } = await import('@point-of-sale/receipt-printer-encoder');
  const make = (columns: Columns): Encoder =>
    new Encoder({
      language: 'esc-pos',
      columns,
      codepageMapping: 'epson',
      codepageCandidates: [...CODE_PAGES],
      feedBeforeCut: 4,
      newline: '\n',
    });
  const known = new Map<string, boolean>();
  const byteOf = (letter: string, page: (typeof CODE_PAGES)[number]): number => make(42).codepage(page).text(letter).encode().at(-2) ?? 0;
  const canPrint = (letter: string): boolean => {
    if (/^[ -~]$/.test(letter)) return true;
    let can = known.get(letter);
    if (can === undefined) {
      const bytes = CODE_PAGES.map((page) => byteOf(letter, page));
      // Some pages have arrows and faces in the places of control bytes: "←p" in a name would open the drawer.
      can = bytes.some((byte) => byte !== 0x3f) && bytes.every((byte) => byte >= 0x20 && byte !== 0x7f);
      known.set(letter, can);
    }
    return can;
  };
  return { make, canPrint };
};
let loaded: ReturnType<typeof loadEncoder> | undefined;

/**
 * The bytes that print a document on an ESC/POS printer and cut it off. Letters that no code page has become "?"; a
 * digit or a currency sign among them is refused with UnprintableFigure.
 */
export const escPosBytes = async (document: PaperDocument, options: EscPosOptions): Promise<Uint8Array> => {
  loaded ??= loadEncoder();
  const { make, canPrint } = await loaded;
  const plain = (text: string): string => plainText(text, options.currency, canPrint);
  const encoder = make(options.columns).initialize().codepage('auto');
  if (options.pulse) encoder.pulse();
  for (const line of inColumns(narrowLines(mapTexts(document, plain), options.columns), options.columns)) {
    encoder.bold(line.bold).size(line.size, line.size).text(line.text).newline();
  }
  return encoder.bold(false).size(1, 1).cut('partial').encode();
};

/** The bytes that open the drawer and print nothing: ESC @, then ESC p for the first connector, 100 ms on and 500 ms off. */
export const DRAWER_PULSE = Uint8Array.of(0x1b, 0x40, 0x1b, 0x70, 0, 50, 250);

const plainText = (text: string, currency: string, canPrint: (letter: string) => boolean): string => {
  let plain = '';
  for (const letter of text.normalize('NFC')) {
    const known = PLAIN[letter];
    if (known !== undefined) plain += known;
    else if (letter === '\n') plain += letter;
    else if (/[\p{Cc}\p{Cf}]/u.test(letter)) continue;
    else if (canPrint(letter)) plain += letter;
    else if (/\p{Sc}/u.test(letter)) plain += `${currency} `;
    else if (/\p{Nd}/u.test(letter)) throw new UnprintableFigure(letter);
    else plain += '?';
  }
  return plain;
};

/** The document with every text in it changed; names of kinds and looks are none. */
const mapTexts = <T>(value: T, change: (text: string) => string): T => {
  const walk = (part: unknown, key: string): unknown => {
    if (typeof part === 'string') return key === 'kind' || key === 'weight' || key === 'align' ? part : change(part);
    if (Array.isArray(part)) return part.map((item) => walk(item, ''));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, walk(inner, name)]));
  };
  return walk(value, '') as T;
};
