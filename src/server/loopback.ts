import { isIP } from 'node:net';

/** The host of a Host header or URL without its port and brackets, in lower case. */
export const hostName = (host: string): string => {
  const lower = host.trim().toLowerCase();
  if (lower.startsWith('[')) return lower.slice(1, lower.indexOf(']') === -1 ? undefined : lower.indexOf(']'));
  return lower.replace(/:\d*$/, '').replace(/\.$/, '');
};

/** Whether only this machine can reach the address. */
export const isLoopback = (host: string): boolean => {
  const name = hostName(host.includes(':') && isIP(host) === 6 ? `[${host}]` : host);
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
};
