/** The only source of time in the core. Milliseconds since 1970, UTC. */
export interface Clock {
  readonly now: () => number;
}

export const systemClock: Clock = { now: () => Date.now() };
