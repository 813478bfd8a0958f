import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

/** The screens' own scheme and address. A custom scheme has none of the privileges of file://. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://pos';
export const START_PAGE = `${APP_ORIGIN}/index.html`;

/**
 * Nothing but what ships with the program may run or load. Styles may be inline, because the component library sets its
 * colours in a style element; with images and fonts limited to our own, an inline style can reach nobody.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const headers = (mediaType: string): Record<string, string> => ({
  'content-type': mediaType,
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});

const refuse = (status: number, words: string): Response => new Response(words, { status, headers: headers('text/plain; charset=utf-8') });

/** The file that a path names, or null when it would lie outside the folder. The screens' own addresses are behind a #. */
const fileFor = (folder: string, pathname: string): string | null => {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(resolve(folder) + sep) ? file : null;
};

/** Answers requests for the built screens in a folder: GET only, our host only, nothing outside the folder. */
export const screensFrom =
  (folder: string) =>
  async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return refuse(404, 'Not found');
    if (request.method !== 'GET') return refuse(405, 'Only GET');
    const file = fileFor(folder, url.pathname);
    const mediaType = file === null ? undefined : MEDIA_TYPES[extname(file).toLowerCase()];
    if (file === null || mediaType === undefined) return refuse(404, 'Not found');
    try {
      return new Response(await readFile(file), { status: 200, headers: headers(mediaType) });
    } catch {
      return refuse(404, 'Not found');
    }
  };
