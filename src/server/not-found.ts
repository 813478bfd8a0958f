import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendError } from './answers.ts';
import type { KnownPaths } from './known-paths.ts';

const pathOf = (url: string): { path: string; query: string } => {
  const at = url.indexOf('?');
  return at === -1 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at) };
};

/** 307 for a known path with a slash too many, 405 with Allow for a method it does not have, else 404. */
export const answerNotFound = (request: FastifyRequest, reply: FastifyReply, paths: KnownPaths): FastifyReply => {
  const { path, query } = pathOf(request.url);
  const shorter = path.replace(/\/$/, '');
  // Only known paths are redirected to, so that no address of another site can be put here.
  if (shorter !== path && shorter !== '' && paths.methodsOf(shorter).length > 0) return reply.redirect(`${shorter}${query}`, 307);
  const methods = paths.methodsOf(path);
  if (methods.length === 0) return sendError(reply, { code: 'route_not_found', message: 'Not Found' });
  reply.header('allow', methods.join(', '));
  return sendError(reply, { code: 'method_not_allowed', message: 'Method Not Allowed' });
};
