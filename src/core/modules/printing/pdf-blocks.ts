import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { Block, Facts, Figures, Goods, Note, PaperDocument, Signature, Statement, Table } from '../../../contract/paper.ts';
import { INK, ROW, SIZE } from './pdf-style.ts';

/** Everything on the pages but their feet. */
export const pageContent = (document: PaperDocument): Content[] => [
  {
    columns: [
      {
        width: '*',
        stack: [
          { text: readable(document.issuer), fontSize: 20, bold: true, lineHeight: 1.05 },
          ...(document.issuer_lines ?? []).map((line): Content => ({ text: readable(line), color: INK.muted })),
          { text: readable(document.title), fontSize: 10, bold: true, color: INK.accent, characterSpacing: 1.4, margin: [0, 2, 0, 0] },
        ],
      },
      { width: 'auto', text: readable(document.subject), fontSize: 14, bold: true, alignment: 'right', margin: [12, 5, 0, 0] },
    ],
  },
  ...(document.marks ?? []).map((mark): Content => ({ text: readable(mark), fontSize: SIZE.mark, bold: true, lineHeight: 1 })),
  { table: { widths: ['*'], body: [['']] }, layout: ruleLayout(1.4, INK.accent), margin: [0, 6, 0, 6] },
  ...document.blocks.map(blockContent),
];

/** Narrow no-break spaces, which some languages put into numbers, are not in the font. */
export const readable = (text: string): string => text.replaceAll('\u202f', '\u00a0');

const blockContent = (block: Block): Content => {
  switch (block.kind) {
    case 'facts':
      return block.wide ? wideFactsContent(block) : factsContent(block);
    case 'figures':
      return figuresContent(block);
    case 'statement':
      return statementContent(block);
    case 'table':
      return tableContent(block);
    case 'note':
      return noteContent(block);
    case 'goods':
      return goodsContent(block);
    case 'message':
      return { text: readable(block.text), alignment: 'center', margin: [0, 14, 0, 0] };
    case 'signature':
      return signatureContent(block);
    default:
      return {
        unbreakable: block.blocks.every(isShort),
        columns: block.blocks.map((inner) => ({ width: '*', stack: [blockContent(inner)] })),
        columnGap: 28,
      };
  }
};

/** Longer than this, a note may go over to the next page. */
const KEPT_TOGETHER = 1000;

const noteContent = ({ heading, text }: Note): Content => ({
  unbreakable: text.length < KEPT_TOGETHER,
  margin: [0, 10, 0, 0],
  stack: [headingCell(heading), { text: readable(text), margin: [0, 4, 0, 0] }],
});

const cell = (text: string, more: Record<string, unknown> = {}): TableCell => ({ text: readable(text), ...more });

const ruleLayout = (width: number, color: string): CustomTableLayout => ({
  hLineWidth: (row) => (row === 0 ? width : 0),
  vLineWidth: () => 0,
  hLineColor: () => color,
  paddingTop: () => 0,
  paddingBottom: () => 0,
});

/** Pairs in two columns, read line by line. */
const factsContent = ({ facts }: Facts): Content => {
  const body: TableCell[][] = [];
  for (let at = 0; at < facts.length; at += 2) {
    body.push(
      [facts[at], facts[at + 1]].flatMap((fact) => [cell(fact?.label ?? '', { color: INK.muted, noWrap: true }), cell(fact?.value ?? '')]),
    );
  }
  return {
    table: { widths: ['auto', '*', 'auto', '*'], body },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 8,
      paddingTop: () => 1.4,
      paddingBottom: () => 1.4,
    },
  };
};

/** One below the other, the values in a column of their own: long ones, such as hashes, find room. */
const wideFactsContent = ({ heading, facts }: Facts): Content => ({
  unbreakable: true,
  margin: [0, 10, 0, 0],
  stack: [
    ...(heading ? [headingCell(heading)] : []),
    {
      margin: [0, 3, 0, 0],
      table: {
        widths: ['auto', '*'],
        body: facts.map((fact) => [cell(fact.label, { color: INK.muted }), cell(fact.value, { fontSize: 8.5 })]),
      },
      layout: rowsLayout(() => 'none'),
    },
  ],
});

const goodsContent = ({ lines }: Goods): Content => ({
  margin: [0, 10, 0, 0],
  table: {
    widths: ['auto', '*', 'auto'],
    dontBreakRows: true,
    body: lines.map((line) => [
      cell(line.quantity, { alignment: 'right' }),
      {
        stack: [
          { text: readable(line.name), bold: true },
          ...line.under.map((under): Content => ({ text: readable(under), color: INK.muted, fontSize: 8.5 })),
        ],
      },
      cell(line.amount, { alignment: 'right', noWrap: true }),
    ]),
  },
  layout: rowsLayout((row) => (row > 0 && row < lines.length ? 'row' : 'none')),
});

const signatureContent = ({ label }: Signature): Content => ({
  margin: [0, 48, 0, 0],
  unbreakable: true,
  stack: [
    { table: { widths: [220], body: [['']] }, layout: ruleLayout(0.8, INK.text) },
    { text: readable(label), color: INK.muted, fontSize: 8.5, margin: [0, 2, 0, 0] },
  ],
});

const figuresContent = ({ figures }: Figures): Content => ({
  margin: [0, 10, 0, 4],
  table: {
    widths: figures.map(() => '*'),
    body: [
      figures.map((figure) => ({
        fillColor: INK.band,
        stack: [
          { text: readable(figure.label), color: INK.muted, fontSize: 8.5 },
          { text: readable(figure.value), fontSize: SIZE.figure, bold: true, margin: [0, 1, 0, 0] },
        ],
      })),
    ],
  },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: (column) => (column === 0 || column === figures.length ? 0 : 3),
    vLineColor: () => '#ffffff',
    paddingLeft: () => 9,
    paddingRight: () => 6,
    paddingTop: () => 7,
    paddingBottom: () => 5,
  },
});

const statementContent = ({ heading: title, lines }: Statement): Content => ({
  unbreakable: true,
  margin: [0, 10, 0, 0],
  table: {
    widths: ['*', 'auto'],
    body: [
      ...(title === '' ? [] : [[{ ...headingCell(title), colSpan: 2 }, '']]),
      ...lines.map((line) => {
        const look = line.weight ? LOOKS[line.weight] : {};
        return [cell(line.label, look), cell(line.value, { ...look, alignment: 'right', noWrap: true })];
      }),
    ],
  },
  layout: rowsLayout((row) => {
    const headed = title === '' ? 0 : 1;
    const weight = lines[row - headed]?.weight;
    return row === headed ? 'head' : weight && weight !== 'large' ? 'sum' : 'none';
  }),
});

const LOOKS = { sum: { bold: true }, result: { bold: true, fontSize: 11 }, large: { bold: true, fontSize: SIZE.large } } as const;

const headingCell = (text: string) => ({ text: readable(text), bold: true, fontSize: 10.5, color: INK.accent });

/** The heading is part of the table, so that it never stands alone at the foot of a page and comes again on the next. */
const tableContent = ({ heading: title, columns, rows, empty, total, note, dense = false }: Table): Content => {
  const width = columns.length;
  const spread = (first: TableCell): TableCell[] => [first, ...Array.from({ length: width - 1 }, (): TableCell => '')];
  const line = (texts: readonly string[], look: Record<string, unknown> = {}): TableCell[] =>
    columns.map((column, at) =>
      cell(texts[at] ?? '', {
        ...(dense ? { fontSize: DENSE.letters } : {}),
        ...look,
        alignment: column.align,
        noWrap: at > 0 && !column.wraps,
      }),
    );
  const body = [
    spread({ ...headingCell(title), colSpan: width }),
    line(
      columns.map((column) => column.label),
      { color: INK.muted, fontSize: dense ? DENSE.letters : 8.5 },
    ),
    ...(rows.length > 0 ? rows.map((row) => line(row)) : [spread(cell(empty, { colSpan: width, color: INK.muted }))]),
    ...(total ? [line(total, { bold: true })] : []),
  ];
  const totalRow = total ? body.length - 1 : -1;
  const table: Content = {
    table: {
      widths: columns.map((column, at) => (at === 0 || column.wraps ? '*' : 'auto')),
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body,
    },
    layout: rowsLayout(
      (row) => (row === 1 ? 'head' : row === totalRow ? 'sum' : row > 2 && row < body.length ? 'row' : 'none'),
      dense ? DENSE.gap : GAP,
    ),
  };
  const below: Content[] = note === undefined ? [] : [{ text: readable(note), color: INK.muted, fontSize: 8.5, margin: [0, 2, 0, 0] }];
  return { unbreakable: rows.length <= KEPT_ROWS, margin: [0, 10, 0, 0], stack: [table, ...below] };
};

/** A table of no more rows than these stays on one page. */
const KEPT_ROWS = 15;

const isShort = (block: Block): boolean => block.kind !== 'table' || block.rows.length <= KEPT_ROWS;

type Line = 'head' | 'sum' | 'row' | 'none';
/** Between columns, in points. */
const GAP = 14;
const DENSE = { letters: 8, gap: 8 } as const;
const LINE_WIDTH: Readonly<Record<Line, number>> = { head: 0.8, sum: 0.8, row: 0.4, none: 0 };

/** Lines above rows only, none between columns; the outer columns stand flush with the page's edge. */
const rowsLayout = (lineAbove: (row: number) => Line, gap = GAP): CustomTableLayout => ({
  hLineWidth: (row) => LINE_WIDTH[lineAbove(row)],
  hLineColor: (row) => (lineAbove(row) === 'row' ? INK.line : INK.accent),
  vLineWidth: () => 0,
  paddingLeft: (column) => (column === 0 ? 0 : gap),
  paddingRight: () => 0,
  paddingTop: () => ROW.above,
  paddingBottom: () => ROW.below,
});
