import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instantFromMs } from '../../../domain/business-day.ts';
import type { DataFolderPaths } from '../../database/data-folder-paths.ts';
import { dropIncoming } from '../../database/replacement.ts';
import type { Caller } from '../../kernel/caller.ts';
import type { CommandContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import type { StagedShop, StageOrder } from './archive-importing.ts';
import { type ArchiveOrder, type ArchiveWritten, archiveName } from './archive-writing.ts';

interface ShopOfArchives {
  readonly paths: DataFolderPaths;
  readonly programVersion: string;
  nowMs(): number;
  writeArchive(order: ArchiveOrder): Promise<ArchiveWritten>;
  stageArchive(order: StageOrder): Promise<StagedShop>;
  /** Whether nothing was set up and nothing entered yet. */
  isNew(): boolean;
  /** See ShopFiles. */
  replaceDatabase(decision: { oldGoesTo: null; pinSecret: null }, atRest: () => Promise<void>): Promise<void>;
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

  /**
   * The new, empty shop becomes the one of the archive, whose owner gets the PIN; then `after` runs as one command in it. Throws
   * unsupported_file, disk_failed, setup_done; the shop is then as it was.
   */
  async takeOver<T>(
    order: { readonly file: string; readonly pinHash: string; readonly caller: Caller },
    after: (ctx: CommandContext, staged: StagedShop) => T,
  ): Promise<T> {
    const { paths } = this.#shop;
    const { file, pinHash, caller } = order;
    const staged = await this.#shop.stageArchive({ file, dataDir: paths.root, now: instantFromMs(this.#shop.nowMs()), pinHash });
    try {
      await this.#shop.replaceDatabase({ oldGoesTo: null, pinSecret: null }, async () => {
        if (!this.#shop.isNew()) throw new Refusal('setup_done', 'Somebody has set this shop up meanwhile.');
      });
    } catch (error) {
      dropIncoming(paths);
      throw error;
    }
    return this.#shop.command(caller, (ctx) => {
      recordAudit(ctx, {
        entity: 'Database',
        id: null,
        action: 'import_archive',
        after: { rows: staged.rows, shop_name: staged.shopName },
      });
      return after(ctx, staged);
    });
  }

  /** Throws not_found. The name is one of our own making: the contract lets no other through. */
  async read(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const file = join(this.#shop.paths.exports, name);
    if (!existsSync(file)) throw new Refusal('not_found', `There is no archive ${name}.`);
    return new Uint8Array(await readFile(file));
  }
}
