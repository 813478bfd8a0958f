import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { Content, TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js';
import type { PaperDocument } from '../../../contract/paper.ts';
import { pageContent } from './pdf-blocks.ts';
import { INK } from './pdf-style.ts';

const MARGIN = 48;

/** Loaded when the first PDF is made: a till that never makes one does not wait for it. */
const loadPdfmake = () => {
  const require = createRequire(import.meta.url);
  const pdfmake = require('pdfmake') as typeof import('pdfmake');
  const fonts = require('pdfmake/fonts/Roboto.js') as TFontDictionary;
  const folder = `${dirname(require.resolve('pdfmake/fonts/Roboto.js'))}${sep}`;
  pdfmake.setFonts(fonts);
  // A paper is made of what it is given: nothing is fetched, and no file is read but the fonts.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
  return pdfmake;
};
let loaded: ReturnType<typeof loadPdfmake> | undefined;

/** The bytes of a PDF. */
export const pdfBytes = async (definition: TDocumentDefinitions): Promise<Uint8Array<ArrayBuffer>> => {
  loaded ??= loadPdfmake();
  return new Uint8Array(await loaded.createPdf(definition).getBuffer());
};

/** What the file says of itself. `madeAt` is the instant it carries, so that the same paper is the same file. */
export const pdfProperties = (document: PaperDocument, madeAt: string): Pick<TDocumentDefinitions, 'language' | 'info'> => ({
  language: document.language,
  info: {
    title: `${document.title} – ${document.subject}`,
    author: document.issuer,
    creator: 'Philo POS',
    producer: 'Philo POS',
    creationDate: new Date(madeAt),
    modDate: new Date(madeAt),
  },
});

/** The document on A4 pages. `madeAt` is the instant that the file's own properties carry. */
export const renderPdf = (document: PaperDocument, madeAt: string): Promise<Uint8Array<ArrayBuffer>> =>
  pdfBytes({
    pageSize: 'A4',
    pageOrientation: document.landscape ? 'landscape' : 'portrait',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 12],
    ...pdfProperties(document, madeAt),
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.15, color: INK.text },
    content: pageContent(document),
    footer: (page, pages) => footer(document, page, pages),
  });

const footer = (document: PaperDocument, page: number, pages: number): Content => ({
  margin: [MARGIN, 14, MARGIN, 0],
  fontSize: 8,
  color: INK.muted,
  columns: [
    { text: document.footer, width: '*' },
    { text: `${page} / ${pages}`, alignment: 'right', width: 'auto' },
  ],
});
