import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../kernel/errors.ts';

/** No shop's file is larger; a disk is not to be filled through this. */
const LARGEST_BYTES = 4 * 1024 ** 3;

/** Files on their way into a new shop. They lie in the data folder, one at a time, and are gone when it is set up. */
export class Uploads {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'uploads');
  }

  /** Keeps a piece of a file; without an id it begins a new one, and the one before is thrown away. Answers the id and the size so far. */
  add(piece: { readonly upload_id: string | null; readonly name: string; readonly offset: number; readonly data: string }) {
    const bytes = Buffer.from(piece.data, 'base64');
    if (piece.offset + bytes.length > LARGEST_BYTES) throw new Refusal('unsupported_file', 'The file is larger than 4 GB.');
    const id = piece.upload_id ?? this.#begin(piece.name);
    const file = this.file(id);
    const { size } = statSync(file);
    if (piece.offset > size)
      throw new Refusal('unsupported_file', `A piece of the file is missing before byte ${piece.offset}. Send it again.`);
    const handle = openSync(file, 'r+');
    try {
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(handle, bytes, written, bytes.length - written, piece.offset + written);
      }
    } finally {
      closeSync(handle);
    }
    return { upload_id: id, size: statSync(file).size };
  }

  /** A folder of its own for each, so that the file keeps its name: messages speak of it. */
  #begin(name: string): string {
    this.clear();
    const id = randomBytes(12).toString('hex');
    mkdirSync(join(this.#folder, id), { recursive: true, mode: 0o700 });
    const safe = name
      .replaceAll(/[^\p{L}\p{N}._ -]/gu, '_')
      .replace(/^\.+/, '')
      .slice(-100);
    writeFileSync(join(this.#folder, id, safe === '' ? 'file' : safe), '', { mode: 0o600 });
    return id;
  }

  /** Where the file lies. Refuses not_found. */
  file(id: string): string {
    const folder = join(this.#folder, id);
    const [name] = existsSync(folder) ? readdirSync(folder) : [];
    if (name === undefined) throw new Refusal('not_found', 'The file is no longer here. Choose it again.');
    return join(folder, name);
  }

  /** Throws away what was sent. */
  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
