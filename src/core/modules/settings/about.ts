import { statSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { dirname } from 'node:path';
import type { OutputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';

const SIDECARS = ['', '-wal'] as const;

/** The program and its data, as whoever is asked for help wants to know them first. */
export const readAbout = (ctx: QueryContext, version: string): OutputOf<'about.get'> => {
  const file = ctx.db.row<{ file: string }>("SELECT file FROM pragma_database_list WHERE name = 'main'")?.file ?? '';
  const { electron, node } = process.versions;
  return {
    version,
    schema_version: ctx.db.row<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0,
    data_folder: dirname(file),
    database_bytes: SIDECARS.reduce((sum, suffix) => sum + (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0), 0),
    runs_on: `${platform()} ${release()} ${arch()}, ${electron ? `Electron ${electron}` : `Node ${node}`}`,
  };
};
