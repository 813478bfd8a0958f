import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeSynced } from '../core/database/replacement.ts';
import type { StartRecord } from '../domain/updates.ts';

const shape = z.object({
  version: z.string(),
  failed: z.int().min(0),
  update: z.object({ from: z.string(), to: z.string(), backup: z.string(), at: z.string() }).nullable(),
});

const fileIn = (dataDir: string): string => join(dataDir, 'start.json');

/** How the last starts went; null where nothing usable is written: then nothing is known of a failure. */
export const readStartRecord = (dataDir: string): StartRecord | null => {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return null;
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

/** On disk when it answers: the start that follows may end the process. */
export const writeStartRecord = (dataDir: string, record: StartRecord): void => writeSynced(fileIn(dataDir), `${JSON.stringify(record)}\n`);
