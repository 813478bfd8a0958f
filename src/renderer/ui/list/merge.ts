/** A form's values by the contract's own field names. */
export type Values = object;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields whose value differs, as the contract sees them. */
export const differing = (one: Record<string, unknown>, other: Record<string, unknown>): string[] =>
  Object.keys(one).filter((field) => !same(one[field], other[field]));

/** Who has a say about a field that both changed. */
export type Choice = 'theirs' | 'yours';

interface Sides {
  readonly base: Record<string, unknown>;
  readonly theirs: Record<string, unknown>;
  readonly yours: Record<string, unknown>;
}

/** The fields to choose for: those that they changed and that are not the same here. */
export const disputed = ({ base, theirs, yours }: Sides): string[] =>
  differing(theirs, base).filter((field) => !same(theirs[field], yours[field]));

/** What holds unless somebody chooses otherwise: what one touched oneself, else what they made of it. */
export const choiceOf = ({ base, yours }: Sides, field: string): Choice => (same(base[field], yours[field]) ? 'theirs' : 'yours');

/** The form's values after choosing: yours, but theirs where chosen. */
export const merged = <V extends Values>(yours: V, theirs: V, choices: Readonly<Record<string, Choice>>): V => ({
  ...yours,
  ...Object.fromEntries(Object.entries(theirs).filter(([field]) => choices[field] === 'theirs')),
});
