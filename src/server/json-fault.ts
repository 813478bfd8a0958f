/** Where a text stops being JSON, and why, in the words and positions that the original reports (`json_invalid`). */
export interface JsonFault {
  readonly position: number;
  readonly error: string;
}

class Fault extends Error {
  readonly fault: JsonFault;

  constructor(position: number, error: string) {
    super(error);
    this.fault = { position, error };
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /null|true|false/y;
const SPACE = /[ \t\n\r]*/y;
/** Characters of a text that need no second look. */
// oxlint-disable-next-line no-control-regex -- control characters are what may not stand in a JSON text
const PLAIN = /[^"\\\u0000-\u001f]*/y;

const endOf = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

const skipSpace = (text: string, from: number): number => Math.max(from, endOf(SPACE, text, from));

/** Nesting deeper than this is refused where it gets too deep, so that this walk cannot run out of stack. */
const DEEPEST = 500;

/** The first fault, or null when the text is JSON. Only called for texts that JSON.parse has refused. */
export const findJsonFault = (text: string): JsonFault | null => {
  try {
    const end = skipSpace(text, value(text, skipSpace(text, 0), 0));
    return end === text.length ? null : { position: end, error: 'Extra data' };
  } catch (error) {
    if (error instanceof Fault) return error.fault;
    throw error;
  }
};

const value = (text: string, at: number, depth: number): number => {
  if (depth > DEEPEST) throw new Fault(at, 'Too deeply nested');
  switch (text[at]) {
    case '"':
      return string(text, at);
    case '{':
      return object(text, at + 1, depth);
    case '[':
      return array(text, at + 1, depth);
    default: {
      const end = Math.max(endOf(WORD, text, at), endOf(NUMBER, text, at));
      if (end === -1) throw new Fault(at, 'Expecting value');
      return end;
    }
  }
};

const object = (text: string, from: number, depth: number): number => {
  let at = skipSpace(text, from);
  if (text[at] === '}') return at + 1;
  for (;;) {
    if (text[at] !== '"') throw new Fault(at, 'Expecting property name enclosed in double quotes');
    at = skipSpace(text, string(text, at));
    if (text[at] !== ':') throw new Fault(at, "Expecting ':' delimiter");
    at = skipSpace(text, value(text, skipSpace(text, at + 1), depth + 1));
    if (text[at] === '}') return at + 1;
    if (text[at] !== ',') throw new Fault(at, "Expecting ',' delimiter");
    at = skipSpace(text, at + 1);
  }
};

const array = (text: string, from: number, depth: number): number => {
  let at = skipSpace(text, from);
  if (text[at] === ']') return at + 1;
  for (;;) {
    at = skipSpace(text, value(text, at, depth + 1));
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') throw new Fault(at, "Expecting ',' delimiter");
    at = skipSpace(text, at + 1);
  }
};

const string = (text: string, start: number): number => {
  let at = start + 1;
  for (;;) {
    at = endOf(PLAIN, text, at);
    const character = text[at];
    if (character === '"') return at + 1;
    if (character === undefined) throw new Fault(start, 'Unterminated string starting at');
    if (character !== '\\') throw new Fault(at, 'Invalid control character at');
    const escaped = text[at + 1];
    if (escaped === undefined) throw new Fault(start, 'Unterminated string starting at');
    if (escaped === 'u') {
      if (!/^[\da-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) throw new Fault(at + 1, 'Invalid \\uXXXX escape');
      at += 6;
    } else {
      if (!'"\\/bfnrt'.includes(escaped)) throw new Fault(at, 'Invalid \\escape');
      at += 2;
    }
  }
};
