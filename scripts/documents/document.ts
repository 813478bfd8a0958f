/** A document that is made from the code. */
export interface GeneratedDocument {
  /** Its path from the root. */
  readonly file: string;
  /** Its whole text, the same on every machine. */
  readonly make: () => string | Promise<string>;
}

/** The remark under the title of a document that is made by `npm run documents`. */
export const madeFrom = (source: string): string =>
  `<!-- Made by \`npm run documents\` from ${source}. Change it there; a test compares. -->`;

/** Text as it stands in a cell of a table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');

/** A table of Markdown; the cells are escaped already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((columns) => `| ${columns.join(' | ')} |`).join('\n');
