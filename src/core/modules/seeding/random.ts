/** Numbers that look random and are the same in every run (mulberry32). For made-up data only, never for secrets. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 <= x < 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[Math.floor(this.next() * choices.length)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  }

  /** One of the choices, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    const point = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    let passed = 0;
    for (const [choice, weight] of choices) {
      passed += weight;
      if (point < passed) return choice;
    }
    return this.pick(choices)[0];
  }
}

/** A choice made many times over: the weights are added up once. */
export class WeightedChoice<T> {
  readonly #choices: readonly T[];
  readonly #ends: Float64Array;

  constructor(choices: readonly T[], weightOf: (choice: T) => number) {
    if (choices.length === 0) throw new RangeError('nothing to choose from');
    this.#choices = choices;
    this.#ends = new Float64Array(choices.length);
    let sum = 0;
    choices.forEach((choice, index) => {
      sum += weightOf(choice);
      this.#ends[index] = sum;
    });
  }

  pick(random: Random): T {
    const point = random.next() * (this.#ends.at(-1) ?? 0);
    let low = 0;
    let high = this.#ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (point < (this.#ends[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return this.#choices[low] as T;
  }
}
