import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const scryptAsync = promisify(scrypt) as (
  secret: string,
  salt: Buffer,
  length: number,
  options: { N: number; r: number; p: number },
) => Promise<Buffer>;

/** Cost of one guess: about 30 ms on a counter PC. */
const COST = { N: 16_384, r: 8, p: 1 };

/** `scrypt$N$r$p$salt$hash`, so that the cost can be raised later without locking anybody out. */
export const hashPin = async (pin: string): Promise<string> => {
  const salt = randomBytes(16);
  const hash = await scryptAsync(pin, salt, 32, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
};

export const pinMatches = async (pin: string, stored: string): Promise<boolean> => {
  const [scheme, n, r, p, salt = '', hash = ''] = stored.split('$');
  if (scheme !== 'scrypt') return false;
  const expected = Buffer.from(hash, 'base64url');
  const actual = await scryptAsync(pin, Buffer.from(salt, 'base64url'), expected.length, { N: Number(n), r: Number(r), p: Number(p) });
  return timingSafeEqual(actual, expected);
};

/** A random secret for a session or an API key: 256 bits, so a plain hash of it is enough to store. */
export const newToken = (prefix: string): string => `${prefix}${randomBytes(32).toString('base64url')}`;

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
