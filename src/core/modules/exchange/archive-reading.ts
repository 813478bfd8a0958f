import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../../kernel/errors.ts';
import { type ArchiveManifest, archiveManifest, MANIFEST_NAME } from './archive-format.ts';

const MOST_ENTRIES = 201;
const MOST_MANIFEST_BYTES = 1024 * 1024;
/** Ten million orders with all that belongs to them. */
const MOST_BYTES = 64 * 1024 ** 3;
/** Rows of a shop shrink some twenty times; what shrinks much more is made to burst. */
const MOST_GROWTH = 250;
const MOST_LINE_BYTES = 8 * 1024 * 1024;

export const refuseArchive = (why: string): Refusal =>
  new Refusal('unsupported_file', `This archive cannot be imported: ${why}. Nothing was kept of it.`);

/** An archive whose list of contents was found sound; what is in the parts is checked as they are read. */
export interface OpenArchive {
  readonly manifest: ArchiveManifest;
  /** Lines of a part, in order. Throws unsupported_file when it does not fit its size, its hash or its number of rows. */
  lines(part: ArchiveManifest['parts'][number]): AsyncGenerator<string>;
  close(): void;
}

/** Opens an archive. Names, sizes and growth are checked before anything is unpacked. Throws unsupported_file. */
export const openArchive = async (file: string): Promise<OpenArchive> => {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true }).catch(
    (error: Error) => {
      throw refuseArchive(`it is no zip file (${error.message})`);
    },
  );
  try {
    const entries = await readEntries(zip);
    const manifest = await readManifestOf(zip, entries);
    refuseOtherEntries(entries, manifest);
    return {
      manifest,
      lines: (part) => readLines(zip, entries.get(part.name) as Entry, part),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
};

const readEntries = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  if (zip.entryCount > MOST_ENTRIES) throw refuseArchive('it holds more files than an archive has');
  const entries = new Map<string, Entry>();
  let bytes = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: Error) => reject(refuseArchive(error.message)));
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      bytes += entry.uncompressedSize;
      const fault = faultOf(entry, entries, bytes);
      if (fault) {
        reject(refuseArchive(fault));
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
};

const faultOf = (entry: Entry, entries: ReadonlyMap<string, Entry>, bytes: number): string | null => {
  const { fileName: name } = entry;
  if (name !== MANIFEST_NAME && !/^tables\/[a-z_]{1,60}\.jsonl$/.test(name)) return `"${name.slice(0, 80)}" does not belong in it`;
  if (entries.has(name)) return `${name} is in it twice`;
  if (entry.isEncrypted()) return `${name} is encrypted`;
  if (bytes > MOST_BYTES) return 'it would unpack to more than a shop can be';
  if (entry.uncompressedSize > MOST_GROWTH * entry.compressedSize + 64 * 1024) return `${name} would unpack to far more than it should`;
  return null;
};

const readManifestOf = async (zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<ArchiveManifest> => {
  const entry = entries.get(MANIFEST_NAME);
  if (!entry) throw refuseArchive('it has no manifest.json, so it is no archive of a shop');
  if (entry.uncompressedSize > MOST_MANIFEST_BYTES) throw refuseArchive('its manifest.json is too large');
  const chunks: Buffer[] = [];
  for await (const chunk of await openPart(zip, entry)) chunks.push(chunk as Buffer);
  let read: unknown;
  try {
    read = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw refuseArchive('its manifest.json is not JSON');
  }
  const format = (read as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > 1) throw refuseArchive(`its format ${format} is newer than this program knows`);
  const parsed = archiveManifest.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refuseArchive(`its manifest.json is wrong at ${issue?.path.join('.') || 'its beginning'}: ${issue?.message}`);
};

const refuseOtherEntries = (entries: ReadonlyMap<string, Entry>, manifest: ArchiveManifest): void => {
  const named = new Set<string>([MANIFEST_NAME]);
  for (const part of manifest.parts) {
    if (part.name !== `tables/${part.table}.jsonl` || named.has(part.name)) throw refuseArchive(`its manifest names ${part.name} wrongly`);
    named.add(part.name);
    const entry = entries.get(part.name);
    if (!entry) throw refuseArchive(`${part.name} is missing`);
    if (entry.uncompressedSize !== part.bytes) throw refuseArchive(`${part.name} has another size than its manifest says`);
  }
  for (const name of entries.keys()) if (!named.has(name)) throw refuseArchive(`${name} is not in its manifest`);
};

const openPart = async (zip: ZipFile, entry: Entry): Promise<Readable> => {
  try {
    return await zip.openReadStreamPromise(entry);
  } catch (error) {
    throw refuseArchive(`${entry.fileName} cannot be read (${(error as Error).message})`);
  }
};

async function* readLines(zip: ZipFile, entry: Entry, part: ArchiveManifest['parts'][number]): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let rows = 0;
  try {
    for await (const chunk of await openPart(zip, entry)) {
      hash.update(chunk as Buffer);
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MOST_LINE_BYTES) throw refuseArchive(`${part.name} has a row that is too long`);
      rows += lines.length;
      yield* lines;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refuseArchive(`${part.name} is damaged (${(error as Error).message})`);
  }
  if (rest !== '') throw refuseArchive(`${part.name} ends in the middle of a row`);
  if (rows !== part.rows) throw refuseArchive(`${part.name} has ${rows} rows, but its manifest says ${part.rows}`);
  if (hash.digest('hex') !== part.sha256) throw refuseArchive(`${part.name} was changed: it does not fit its hash`);
}
