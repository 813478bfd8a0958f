import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

/** The files in an archive of a shop by their names, as text. */
export const archiveParts = async (file: string): Promise<Map<string, string>> => {
  const zip = await openPromise(file, { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString());
  return parts;
};
