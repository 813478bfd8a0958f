import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The repository's or package's folder that holds `migrations/` and `resources/`: the first one above this file that does. */
export const shippedFolder = (name: 'migrations' | 'resources' | 'out'): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (existsSync(join(folder, 'migrations', '0001_core.sql')) && existsSync(join(folder, name))) return join(folder, name);
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`the program's own folder ${name}/ is missing: install it again`);
    folder = parent;
  }
};

/** The numbered SQL files, in order, without gaps. */
export const loadMigrations = (folder = shippedFolder('migrations')): Migration[] => {
  const files = readdirSync(folder)
    .filter((file) => /^\d{4}_.+\.sql$/.test(file))
    .sort();
  return files.map((file, index) => {
    const version = Number(file.slice(0, 4));
    if (version !== index + 1) throw new Error(`migration ${file} should have number ${index + 1}`);
    const sql = readFileSync(join(folder, file), 'utf8');
    return { version, name: file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
};
