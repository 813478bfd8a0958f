/** One of a few, `value` being what the operation's input takes (numbers where `numeric`). */
export interface ChoiceFilter {
  readonly kind: 'choice';
  readonly key: string;
  readonly label: string;
  /** What the list is without it: "All categories". */
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly numeric?: boolean;
}

export interface BooleanFilter {
  readonly kind: 'boolean';
  readonly key: string;
  readonly label: string;
  readonly any: string;
  readonly yes: string;
  readonly no: string;
}

/** Business days, each end open; `from` and `to` are the keys of the input. */
export interface DaysFilter {
  readonly kind: 'days';
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export type Filter = ChoiceFilter | BooleanFilter | DaysFilter;
