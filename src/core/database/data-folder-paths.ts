import { join, resolve } from 'node:path';

/** What a data folder holds. */
export const dataFolderPaths = (folder: string) => {
  const root = resolve(folder);
  return {
    root,
    database: join(root, 'philo.db'),
    /** Written with the first database: a folder that has it but no database has lost one. */
    marker: join(root, 'philo.json'),
    backups: join(root, 'backups'),
    logs: join(root, 'logs'),
    exports: join(root, 'exports'),
  };
};
export type DataFolderPaths = ReturnType<typeof dataFolderPaths>;
