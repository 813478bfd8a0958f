import type { NetworkState } from '../../contract/network.ts';

const CLOSED: NetworkState = {
  door: 'desktop',
  listening: false,
  only_here: true,
  host: null,
  port: null,
  open_to_all: false,
  problem: null,
};

/** What the doors tell of themselves, for the screens to show: the core itself opens none. */
export class NetworkReport {
  #current: NetworkState = CLOSED;

  get current(): NetworkState {
    return this.#current;
  }

  tell(next: Partial<NetworkState>): void {
    this.#current = { ...CLOSED, ...next };
  }
}
