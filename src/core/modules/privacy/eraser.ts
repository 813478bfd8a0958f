/** What stands where a customer's name stood. */
export const ANONYMISED_NAME = 'Anonymised customer';
const ERASED = '[erased]';

/** The keys under which audited values and answers hold what a person typed or is called. */
const PERSONAL_KEYS: ReadonlySet<string> = new Set([
  'name',
  'customer_name',
  'phone',
  'email',
  'notes',
  'note',
  'reason',
  'discount_reason',
  'line_discount_reason',
]);
const CONTACT_KEYS: ReadonlySet<string> = new Set(['phone', 'email']);

/** Every name, phone and e-mail in audited values of a customer. */
export const personalTexts = (values: unknown): string[] => {
  if (Array.isArray(values)) return values.flatMap(personalTexts);
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'string' ? (key === 'name' || CONTACT_KEYS.has(key) ? [value] : []) : personalTexts(value),
  );
};

/** A telephone number is found however its digits are grouped; anything else as it is written, but for case and spaces. */
const patternOf = (text: string): string => {
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length >= 6 && !/\p{L}/u.test(text)) return digits.split('').join('[\\s()./\\-]*');
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+');
};

/** Takes one person out of texts and values, by all that they were ever called or reached by. */
export class Eraser {
  readonly #names: RegExp | null;

  constructor(texts: Iterable<string>) {
    const known = [...new Set([...texts].map((text) => text.trim()))]
      .filter((text) => text.length >= 2 && text !== ANONYMISED_NAME)
      // The longest first: "Ann Berg" before "Ann".
      .sort((a, b) => b.length - a.length)
      .map(patternOf);
    this.#names = known.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${known.join('|')})(?![\\p{L}\\p{N}])`, 'giu') : null;
  }

  /** A text without the person: all of it when it is nothing else, and only as whole words, so that "Ann" leaves "Annual" alone. */
  text(text: string): string {
    if (!this.#names) return text;
    const erased = text.replaceAll(this.#names, ERASED);
    return erased.trim() === ERASED ? ANONYMISED_NAME : erased;
  }

  optional(text: string | null): string | null {
    return text === null ? null : this.text(text);
  }

  /** Audited values or an answer: only what stands under personal keys; a phone or e-mail that was theirs becomes null. */
  values(values: unknown, key = ''): unknown {
    if (Array.isArray(values)) return values.map((value) => this.values(value, key));
    if (typeof values === 'object' && values !== null)
      return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.values(value, name)]));
    if (typeof values !== 'string' || !PERSONAL_KEYS.has(key)) return values;
    const erased = this.text(values);
    return CONTACT_KEYS.has(key) && erased !== values ? null : erased;
  }

  /** JSON text as `values`; what is no JSON is left as it is. */
  json(text: string | null): string | null {
    if (text === null) return null;
    try {
      return JSON.stringify(this.values(JSON.parse(text)));
    } catch (error) {
      if (error instanceof SyntaxError) return this.text(text);
      throw error;
    }
  }

  /** Any value: every text in it. For papers, which are nothing but texts. */
  everywhere<T>(value: T): T {
    if (typeof value === 'string') return this.text(value) as T;
    if (Array.isArray(value)) return value.map((each) => this.everywhere(each) as unknown) as T;
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.everywhere(each as unknown)])) as T;
    return value;
  }
}
