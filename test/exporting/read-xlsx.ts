import { fromBufferPromise } from 'yauzl';

/** What a cell holds: a number, a text, or nothing; with the number of its format. */
export interface Cell {
  readonly value: number | string | null;
  readonly style: number;
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The parts of an .xlsx file by their paths, as text. */
export const partsOf = async (bytes: Uint8Array): Promise<Map<string, string>> => {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    parts.set(entry.fileName, Buffer.concat(pieces).toString('utf8'));
  }
  return parts;
};

/** The rows of one sheet. */
export const sheetOf = (parts: Map<string, string>, number: number): Cell[][] => {
  const text = parts.get(`xl/worksheets/sheet${number}.xml`) ?? '';
  return [...text.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c(?: s="(\d+)")?(?: t="inlineStr")?(?:\/>|>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>)/gs)].map(
      ([, style, figure, words]) => ({
        style: Number(style ?? 0),
        value: figure !== undefined ? Number(figure) : words === undefined ? null : unescaped(words),
      }),
    ),
  );
};
