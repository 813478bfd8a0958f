import type { Content, CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { PaperDocument } from '../../../contract/paper.ts';
import { type NarrowLine, narrowLines } from './narrow.ts';
import { readable } from './pdf-blocks.ts';
import { pdfBytes, pdfProperties } from './pdf.ts';
import { INK } from './pdf-style.ts';

const MM = 72 / 25.4;
const WIDTH = 80 * MM;
const MARGIN = 4 * MM;
const LETTER = 8.5;
/** How many figures of that size stand in a line. */
const COLUMNS = 42;
/** Of the sizes 1, 2 and 4. A mark is twice the largest amount. */
const POINTS = { 1: LETTER, 2: 14, 4: 30 } as const;

/** The document on one page as wide as a receipt printer's roll and as long as it needs. */
export const renderRollPdf = (document: PaperDocument, madeAt: string): Promise<Uint8Array<ArrayBuffer>> => {
  const definition: TDocumentDefinitions = {
    pageSize: { width: WIDTH, height: 'auto' },
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    ...pdfProperties(document, madeAt),
    defaultStyle: { font: 'Roboto', fontSize: LETTER, lineHeight: 1.12, color: '#000000' },
    content: grouped(narrowLines(document, COLUMNS)),
  };
  return pdfBytes(definition);
};

type Row = Extract<NarrowLine, { kind: 'row' }>;

const grouped = (lines: readonly NarrowLine[]): Content[] => {
  const content: Content[] = [];
  let rows: Row[] = [];
  for (const line of lines) {
    if (line.kind === 'row') rows.push(line);
    else if (line.kind === 'rows-end') {
      content.push(tableContent(rows));
      rows = [];
    } else content.push(lineContent(line));
  }
  return content;
};

const lineContent = (line: Exclude<NarrowLine, { kind: 'row' | 'rows-end' }>): Content => {
  if (line.kind === 'gap') return { text: ' ', fontSize: LETTER * 0.7 };
  if (line.kind === 'rule') {
    const width = WIDTH - 2 * MARGIN;
    return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: INK.text }], margin: [0, 3, 0, 3] };
  }
  if (line.kind === 'text') {
    return {
      text: readable(line.text),
      alignment: line.align,
      fontSize: POINTS[line.size],
      bold: line.bold,
      margin: [line.indent * 4, 0, 0, 0],
    };
  }
  const look = { fontSize: POINTS[line.size], bold: line.bold };
  if (line.right === '') return { text: readable(line.left), ...look };
  return {
    table: {
      widths: ['*', 'auto'],
      body: [
        [
          { text: readable(line.left), ...look },
          { text: readable(line.right), ...look, alignment: 'right', noWrap: true },
        ],
      ],
    },
    layout: BARE,
  };
};

const tableContent = (rows: readonly Row[]): Content => ({
  table: {
    widths: (rows[0]?.cells ?? []).map((_, at) => (at === 0 ? '*' : 'auto')),
    body: rows.map((row) =>
      row.cells.map((cell, at) => ({ text: readable(cell), bold: row.bold, alignment: row.right[at] ? 'right' : 'left', noWrap: at > 0 })),
    ),
  },
  layout: BARE,
});

const BARE: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : 7),
  paddingRight: () => 0,
  paddingTop: () => 0.4,
  paddingBottom: () => 0.4,
};
