import type { Block, Fact, Goods, PaperDocument, Statement, Table } from '../../../contract/paper.ts';

/**
 * A document as it runs down a narrow paper, a receipt printer's or an 80 mm roll's: line by line, each with its look.
 * `size` multiplies the letters; breaking a line that is too long is the renderer's matter.
 */
export type NarrowLine =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly align: 'left' | 'center';
      readonly size: Size;
      readonly bold: boolean;
      readonly indent: number;
    }
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly size: Size; readonly bold: boolean }
  | { readonly kind: 'row'; readonly cells: readonly string[]; readonly right: readonly boolean[]; readonly bold: boolean }
  | { readonly kind: 'rows-end' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'gap' };

/** Amounts are never larger than 2, and marks are twice that. */
export type Size = 1 | 2 | 4;

/** What the first column of a table needs at the least, in letters. */
const LEAST_NAME = 10;

/** The document for a paper of so many letters to the line: tables that do not fit are told row by row. It has no pages, and so no foot. */
export const narrowLines = (document: PaperDocument, columns: number): NarrowLine[] => [
  text(document.issuer, { align: 'center', size: 2, bold: true }),
  ...(document.issuer_lines ?? []).map((line) => text(line, { align: 'center' })),
  { kind: 'gap' },
  text(document.title, { align: 'center', bold: true }),
  text(document.subject, { align: 'center' }),
  ...(document.marks ?? []).map((mark) => text(mark, { align: 'center', size: 4, bold: true })),
  { kind: 'rule' },
  ...document.blocks.flatMap((block) => blockLines(block, columns)),
];

const text = (value: string, look: { align?: 'left' | 'center'; size?: Size; bold?: boolean; indent?: number } = {}): NarrowLine => ({
  kind: 'text',
  text: value,
  align: look.align ?? 'left',
  size: look.size ?? 1,
  bold: look.bold ?? false,
  indent: look.indent ?? 0,
});

const pair = (left: string, right: string, look: { size?: Size; bold?: boolean } = {}): NarrowLine => ({
  kind: 'pair',
  left,
  right,
  size: look.size ?? 1,
  bold: look.bold ?? false,
});

const heading = (title: string): NarrowLine[] => (title === '' ? [{ kind: 'gap' }] : [{ kind: 'gap' }, text(title, { bold: true })]);

const blockLines = (block: Block, columns: number): NarrowLine[] => {
  switch (block.kind) {
    case 'figures':
      return [{ kind: 'gap' }, ...block.figures.map((figure) => pair(figure.label, figure.value, { bold: true }))];
    case 'facts':
      return [
        ...(block.heading ? heading(block.heading) : []),
        ...block.facts.flatMap((fact) => factLines(fact, columns, block.wide ?? false)),
      ];
    case 'statement':
      return statementLines(block);
    case 'table':
      return tableLines(block, columns);
    case 'note':
      return [...heading(block.heading), text(block.text)];
    case 'goods':
      return goodsLines(block);
    case 'message':
      return [{ kind: 'gap' }, text(block.text, { align: 'center' })];
    case 'signature':
      return [{ kind: 'gap' }, { kind: 'gap' }, { kind: 'gap' }, { kind: 'rule' }, text(block.label)];
    default:
      return block.blocks.flatMap((inner) => blockLines(inner, columns));
  }
};

const factLines = (fact: Fact, columns: number, wide: boolean): NarrowLine[] =>
  !wide && fact.label.length + 1 + fact.value.length <= columns
    ? [pair(fact.label, fact.value)]
    : [text(fact.label), text(fact.value, { indent: 2 })];

const statementLines = ({ heading: title, lines }: Statement): NarrowLine[] => [
  ...heading(title),
  ...lines.map((line) => pair(line.label, line.value, { size: line.weight === 'large' ? 2 : 1, bold: line.weight !== undefined })),
];

const goodsLines = ({ lines }: Goods): NarrowLine[] => [
  { kind: 'gap' },
  ...lines.flatMap((line) => [
    pair(`${line.quantity} x ${line.name}`, line.amount),
    ...line.under.map((under) => text(under, { indent: 4 })),
  ]),
];

const tableLines = (table: Table, columns: number): NarrowLine[] => [
  ...heading(table.heading),
  ...(table.rows.length === 0 ? [text(table.empty)] : fits(table, columns) ? rowLines(table) : toldRows(table)),
  ...(table.note === undefined ? [] : [text(table.note)]),
];

/** Whether a table's figures and a name of some length stand side by side. */
const fits = (table: Table, columns: number): boolean => {
  const rows = [table.columns.map((column) => column.label), ...table.rows, ...(table.total ? [table.total] : [])];
  const figures = table.columns.slice(1).map((_, at) => Math.max(...rows.map((row) => (row[at + 1] ?? '').length)));
  const name = Math.max(...rows.map((row) => (row[0] ?? '').length));
  return (
    Math.min(name, LEAST_NAME) + figures.reduce((sum, width) => sum + width + 2, 0) <= columns &&
    figures.every((width) => width <= columns / 2)
  );
};

const rowLines = ({ columns, rows, total }: Table): NarrowLine[] => {
  const right = columns.map((column) => column.align === 'right');
  const row = (cells: readonly string[], bold: boolean): NarrowLine => ({ kind: 'row', cells, right, bold });
  return [
    row(
      columns.map((column) => column.label),
      false,
    ),
    ...rows.map((cells) => row(cells, false)),
    ...(total ? [row(total, true)] : []),
    { kind: 'rows-end' },
  ];
};

/** Row by row: its name, then each of its figures with the column's name. */
const toldRows = ({ columns, rows, total }: Table): NarrowLine[] =>
  [...rows, ...(total ? [total] : [])].flatMap((cells) => [
    text(cells[0] ?? '', { bold: true }),
    ...columns.slice(1).flatMap((column, at) => (cells[at + 1] ? [pair(`  ${column.label}`, cells[at + 1] ?? '')] : [])),
  ]);
