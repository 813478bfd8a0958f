import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const scryptAsync = promisify(scrypt) as (
  secret: string,
  salt: Buffer,
  length: number,
  options: { N: number; r: number; p: number },
) => Promise<Buffer>;

/** Cost of one guess: about 30 ms on a counter PC. */
const COST = { N: 16_384, r: 8, p: 1 };

/** Mixed into every PIN: whoever has the database, but not the installation's own file, cannot try PINs against it. */
const peppered = (pin: string, pepper: string): string => createHmac('sha256', pepper).update(pin).digest('base64url');

/** `scrypt$N$r$p$salt$hash`, so that the cost can be raised later without locking anybody out. */
export const hashPin = async (pin: string, pepper: string): Promise<string> => {
  const salt = randomBytes(16);
  const hash = await scryptAsync(peppered(pin, pepper), salt, 32, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
};

export const pinMatches = async (pin: string, stored: string, pepper: string): Promise<boolean> => {
  const [scheme, n, r, p, salt = '', hash = ''] = stored.split('$');
  if (scheme !== 'scrypt') return false;
  const expected = Buffer.from(hash, 'base64url');
  const options = { N: Number(n), r: Number(r), p: Number(p) };
  const actual = await scryptAsync(peppered(pin, pepper), Buffer.from(salt, 'base64url'), expected.length, options);
  return timingSafeEqual(actual, expected);
};

/** A random secret for a session or an API key: 256 bits, so a plain hash of it is enough to store. */
export const newToken = (prefix: string): string => `${prefix}${randomBytes(32).toString('base64url')}`;

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
