import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instantFromMs } from '../../../domain/business-day.ts';
import type { DataFolderPaths } from '../../database/data-folder-paths.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { type ArchiveOrder, type ArchiveWritten, archiveName } from './archive-writing.ts';

interface ShopOfArchives {
  readonly paths: DataFolderPaths;
  readonly programVersion: string;
  nowMs(): number;
  writeArchive(order: ArchiveOrder): Promise<ArchiveWritten>;
  command<T>(caller: Caller, run: (ctx: CommandContext) => T): Promise<T>;
}

/** The archives of one open shop, in its folder of exports. */
export class Archives {
  readonly #shop: ShopOfArchives;

  constructor(shop: ShopOfArchives) {
    this.#shop = shop;
  }

  async exportShop(caller: Caller): Promise<{ name: string; bytes: number; rows: number }> {
    const { paths, programVersion } = this.#shop;
    const now = instantFromMs(this.#shop.nowMs());
    const name = archiveName(now);
    const { bytes, rows } = await this.#shop.writeArchive({
      database: paths.database,
      file: join(paths.exports, name),
      now,
      programVersion,
    });
    await this.#shop.command(caller, (ctx) =>
      recordAudit(ctx, { entity: 'Database', id: null, action: 'export_archive', after: { name, bytes, rows } }),
    );
    return { name, bytes, rows };
  }

  /** Throws not_found. The name is one of our own making: the contract lets no other through. */
  async read(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const file = join(this.#shop.paths.exports, name);
    if (!existsSync(file)) throw new Refusal('not_found', `There is no archive ${name}.`);
    return new Uint8Array(await readFile(file));
  }
}
