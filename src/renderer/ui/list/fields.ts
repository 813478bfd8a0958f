import type { Editing } from './use-editing.ts';

type TextKeys<V> = { [K in keyof V]: V[K] extends string ? K : never }[keyof V] & string;
type FlagKeys<V> = { [K in keyof V]: V[K] extends boolean ? K : never }[keyof V] & string;

/** What a text control of a form needs: its value, how to change it, its fault. */
export const textOf = <R, V extends object>(editing: Editing<R, V>, field: TextKeys<V>) => ({
  value: editing.values[field] as string,
  onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
    editing.set(field, event.currentTarget.value as V[typeof field]),
  onBlur: () => editing.leave(field),
  error: editing.faults[field] ?? null,
});

/** The same for an AmountField. */
export const amountOf = <R, V extends object>(editing: Editing<R, V>, field: TextKeys<V>) => ({
  text: editing.values[field] as string,
  onText: (text: string) => editing.set(field, text as V[typeof field]),
  onBlur: () => editing.leave(field),
  error: editing.faults[field] ?? null,
});

/** The same for a switch. */
export const flagOf = <R, V extends object>(editing: Editing<R, V>, field: FlagKeys<V>) => ({
  checked: editing.values[field] as boolean,
  onChange: (event: { readonly currentTarget: { readonly checked: boolean } }) =>
    editing.set(field, event.currentTarget.checked as V[typeof field]),
});
