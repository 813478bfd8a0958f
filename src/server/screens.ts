import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { shippedFolder } from '../core/database/migrations.ts';

/** Nothing but the program's own files runs, and no page may put the screens into a frame. */
export const SCREENS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const NOT_BUILT = 'The screens are not built. Run "npm run build" and start again.';

/** Where the built screens lie, or null when they are not built. */
export const builtScreens = (): string | null => {
  try {
    const folder = join(shippedFolder('out'), 'renderer');
    return existsSync(join(folder, 'index.html')) ? folder : null;
  } catch {
    return null;
  }
};

/** Serves the same screens as the desktop app under /app/. Every page address of theirs is behind a #, so index.html is the only page. */
export const addScreens = async (app: FastifyInstance, folder: string | null): Promise<void> => {
  app.get('/app', (_request, reply) => reply.redirect('/app/', 307));
  if (folder === null) {
    const answer = (_request: FastifyRequest, reply: FastifyReply) => reply.code(404).send({ detail: NOT_BUILT, code: 'route_not_found' });
    app.get('/app/', answer);
    app.get('/app/*', answer);
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/app/',
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('content-security-policy', SCREENS_POLICY);
      void reply.header('x-content-type-options', 'nosniff');
      void reply.header('referrer-policy', 'no-referrer');
      void reply.header('cross-origin-opener-policy', 'same-origin');
      // The build puts a hash of its content into the name of every asset.
      void reply.header('cache-control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
};

/** An address of the screens that is no file: a page for people, not found for programs. */
export const isPageOfScreens = (request: FastifyRequest): boolean =>
  request.method === 'GET' && request.url.startsWith('/app/') && (request.headers.accept ?? '').includes('text/html');
