import { backupWork } from '../modules/backups/index.ts';
import { writeArchive } from '../modules/exchange/index.ts';

/** All slow work over files. */
export const fileWork = { ...backupWork, writeArchive };
export type FileWork = typeof fileWork;
