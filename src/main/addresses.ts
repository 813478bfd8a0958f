import { APP_ORIGIN } from './app-protocol.ts';

/**
 * The origin of an address as we compare it: scheme and host, parsed, never a prefix of text. Node's URL gives custom
 * schemes the origin "null", so it is put together here. Null when it is no address.
 */
export const originOf = (address: string): string | null => {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return host === '' ? null : `${protocol}//${host}`;
};

/** Whether an address belongs to our screens: the shipped ones, or the development server's where there is one. */
export const isOurs = (address: string, developmentServer: string | undefined): boolean => {
  const origin = originOf(address);
  if (origin === null) return false;
  return origin === APP_ORIGIN || (developmentServer !== undefined && origin === originOf(developmentServer));
};

/** Sites that the program may open in the user's own browser. */
const OPENABLE_ORIGINS: ReadonlySet<string> = new Set(['https://github.com']);

/** Whether the user's own browser may be sent there. */
export const mayOpenOutside = (address: string): boolean => {
  const origin = originOf(address);
  return origin !== null && OPENABLE_ORIGINS.has(origin);
};
