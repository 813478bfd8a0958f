import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { Refusal } from '../core/kernel/errors.ts';
import { hostName, isLoopback } from './loopback.ts';

const MOST_REMEMBERED = 200;

/**
 * Keeps web pages of other sites out. A page can make a name of its own resolve to this machine (DNS rebinding), so the
 * Host must be a name of this machine or a plain address; and a page of another site may not change anything.
 */
export class OriginGuard {
  readonly #names: ReadonlySet<string>;
  readonly #known = new Map<string, boolean>();
  readonly #corsOrigins: () => readonly string[];

  constructor(boundHost: string, corsOrigins: () => readonly string[]) {
    const own = hostname().toLowerCase();
    this.#names = new Set([hostName(boundHost), own, `${own}.local`]);
    this.#corsOrigins = corsOrigins;
  }

  /** Throws foreign_origin for a Host that is not this machine. */
  checkHost(host: string | undefined): void {
    if (host === undefined || this.#isOurs(host)) return;
    throw new Refusal('foreign_origin', `This is not ${host.slice(0, 100)}: call the shop by its address or by the name of its machine.`);
  }

  /** Throws foreign_origin for a change that a page of another site asks for. */
  checkOrigin(origin: string | undefined, host: string | undefined): void {
    if (origin === undefined || this.isAllowed(origin) || sameSite(origin, host)) return;
    throw new Refusal('foreign_origin', 'A page of another site may not change anything here. Add its origin to CORS_ORIGINS to allow it.');
  }

  /** Whether CORS_ORIGINS names the origin. */
  isAllowed(origin: string): boolean {
    const origins = this.#corsOrigins();
    return origins.includes(origin) || origins.includes('*');
  }

  #isOurs(host: string): boolean {
    const known = this.#known.get(host);
    if (known !== undefined) return known;
    const name = hostName(host);
    const ours = isLoopback(name) || isIP(name) !== 0 || this.#names.has(name);
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(host, ours);
    return ours;
  }
}

const sameSite = (origin: string, host: string | undefined): boolean =>
  host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
