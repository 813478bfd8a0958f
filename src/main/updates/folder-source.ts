import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';

/** The name of the manifest that this system reads, as electron-builder writes it. */
export const manifestName = (platform: NodeJS.Platform, arch: string): string =>
  platform === 'win32' ? 'latest.yml' : platform === 'darwin' ? 'latest-mac.yml' : `latest-linux${arch === 'x64' ? '' : `-${arch}`}.yml`;

export interface FolderSource {
  readonly address: string;
  close(): Promise<void>;
}

/** Whether a folder holds a version for this system. */
export const holdsUpdate = (folder: string): boolean => existsSync(join(folder, manifestName(process.platform, process.arch)));

/**
 * Lends a folder to the updater as an address of this machine alone, so that a stick is read, copied and verified by the
 * very code that reads a server. The address cannot be guessed, only files of the folder itself are given, and it is gone
 * when the version has been fetched.
 */
export const lendFolder = async (folder: string): Promise<FolderSource> => {
  const secret = `/${randomUUID()}/`;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = pathname.startsWith(secret) ? decodeURIComponent(pathname.slice(secret.length)) : '';
    const isThere = name !== '' && name === basename(name) && readdirSync(folder).includes(name) && statSync(join(folder, name)).isFile();
    if (request.method !== 'GET' || !isThere) {
      response.writeHead(404).end();
      return;
    }
    const file = join(folder, name);
    response.writeHead(200, { 'content-length': statSync(file).size });
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${secret}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
