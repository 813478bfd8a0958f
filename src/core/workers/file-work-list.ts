import { backupWork } from '../modules/backups/index.ts';
import { stageArchive, writeArchive } from '../modules/exchange/index.ts';

/** All slow work over files. */
export const fileWork = { ...backupWork, writeArchive, stageArchive };
export type FileWork = typeof fileWork;
