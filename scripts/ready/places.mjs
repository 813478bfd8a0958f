import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export const inRoot = (...parts) => join(root, ...parts);

/** The Node 24 that the project brings along; scripts themselves may have been started by an older one. */
export const projectNode = (folder = root) => join(folder, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Whether this very process is new enough to run the program. */
export const isNodeNewEnough = () => Number(process.versions.node.split('.')[0]) >= 24;
