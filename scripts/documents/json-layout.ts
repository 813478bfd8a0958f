type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const WIDTH = 130;

/** JSON for people to read: what fits on a line stays on one, the rest is broken up, as the documents show answers. */
export const layOut = (value: Json, indent = ''): string => {
  const line = oneLine(value);
  if (value === null || typeof value !== 'object' || indent.length + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one: Json) => inner + layOut(one, inner))
    : Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${layOut(one, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
};

const oneLine = (value: Json): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const fields = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${oneLine(one)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
};

/** What a command printed: laid out if it is JSON, else as it is. */
export const laidOut = (printed: string): string => {
  try {
    return layOut(JSON.parse(printed) as Json);
  } catch {
    return printed;
  }
};
