import type { Block, PaperDocument } from '../../src/contract/paper.ts';

/** Every block, also those that stand beside others. */
export const blocksOf = (paper: PaperDocument): Block[] => {
  const flat = (blocks: readonly Block[]): Block[] => blocks.flatMap((block) => (block.kind === 'beside' ? flat(block.blocks) : [block]));
  return flat(paper.blocks);
};

/** Every pair of a name and an amount on a paper, as `name|amount`; of a table, each figure with its row and column. */
export const figuresOf = (paper: PaperDocument): string[] =>
  blocksOf(paper).flatMap((block) => {
    if (block.kind === 'statement') return block.lines.map((line) => `${line.label}|${line.value}`);
    if (block.kind === 'figures') return block.figures.map((figure) => `${figure.label}|${figure.value}`);
    if (block.kind === 'facts') return block.facts.map((fact) => `${fact.label}|${fact.value}`);
    if (block.kind === 'goods') return block.lines.map((line) => `${line.quantity} ${line.name}|${line.amount}`);
    if (block.kind === 'table') {
      return [...block.rows, ...(block.total ? [block.total] : [])].flatMap((row) =>
        block.columns.slice(1).map((column, at) => `${block.heading}|${row[0]}|${column.label}|${row[at + 1]}`),
      );
    }
    return [];
  });

/** Every euro amount in a text, in cents. */
export const eurosIn = (text: string): number[] =>
  [...text.matchAll(/€([\d,]+\.\d\d)/g)].map((match) => Math.round(Number((match[1] ?? '').replaceAll(',', '')) * 100));

/** Every whole number in some data, without its sign. */
export const numbersIn = (data: unknown): Set<number> =>
  new Set(
    JSON.stringify(data)
      .match(/-?\d+/g)
      ?.map((digits) => Math.abs(Number(digits))),
  );

export const euros = (minor: number): string =>
  `${minor < 0 ? '-' : ''}€${(Math.abs(minor) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
