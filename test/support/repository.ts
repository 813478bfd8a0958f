import { resolve } from 'node:path';

/** The repository's root. */
export const repositoryRoot = resolve(import.meta.dirname, '../..');

/** A path inside the repository. */
export const inRepository = (...parts: string[]): string => resolve(repositoryRoot, ...parts);
