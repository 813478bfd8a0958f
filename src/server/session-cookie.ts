import type { FastifyReply, FastifyRequest } from 'fastify';

/** As long as a session lasts; the server ends it by itself. */
const MAX_AGE_SECONDS = 16 * 3600;

/**
 * The browser's session. Cookies do not know ports, so the name carries it: two shops on one machine stay apart. No script
 * can read it, and no page of another site can make the browser send it.
 */
export class SessionCookie {
  #name = 'philo_session';

  set port(port: number) {
    this.#name = `philo_session_${port}`;
  }

  tokenOf(request: FastifyRequest): string | undefined {
    return request.headers.cookie === undefined ? undefined : request.cookies[this.#name];
  }

  set(reply: FastifyReply, token: string): void {
    reply.setCookie(this.#name, token, { path: '/', httpOnly: true, sameSite: 'strict', maxAge: MAX_AGE_SECONDS });
  }

  clear(reply: FastifyReply): void {
    reply.clearCookie(this.#name, { path: '/', httpOnly: true, sameSite: 'strict' });
  }
}
