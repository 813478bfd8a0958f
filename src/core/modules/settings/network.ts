import { networkInterfaces } from 'node:os';
import type { OutputOf } from '../../../contract/index.ts';
import type { NetworkState } from '../../../contract/network.ts';

/** Cards that containers and virtual machines make; tablets do not reach those. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|zt|wg)/;

/** This machine's own IPv4 addresses in networks, the likeliest to be reached first. */
const ownAddresses = (): string[] =>
  Object.entries(networkInterfaces())
    .flatMap(([card, addresses]) =>
      (addresses ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => ({ card, address })),
    )
    .sort(
      (a, b) => Number(VIRTUAL.test(a.card)) - Number(VIRTUAL.test(b.card)) || Number(isHomely(b.address)) - Number(isHomely(a.address)),
    )
    .map(({ address }) => address);

const isHomely = (address: string): boolean => address.startsWith('192.168.');

const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** The network's state with the addresses that other devices use. */
export const readNetwork = (state: NetworkState): OutputOf<'network.get'> => {
  const { host, port } = state;
  if (!state.listening || state.only_here || host === null || port === null) return { ...state, urls: [] };
  const hosts = isEverywhere(host) ? ownAddresses() : [host];
  return { ...state, urls: hosts.map((one) => `http://${one.includes(':') ? `[${one}]` : one}:${port}/app/`) };
};
