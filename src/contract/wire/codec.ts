import type { z } from 'zod';
import { toDecimal } from '../../domain/money.ts';
import { toBoolean, toInstantText, toNumber, toScaled, toWhole } from './coerce.ts';
import { definitionOf, isObject, isWhole, type JsonObject, longestArray, wireKindOf } from './schema-shape.ts';

/** Turns a value from one side of the wire to the other. `decimals` is the currency's number of them. */
export type Codec = (value: unknown, decimals: number) => unknown;

/** `write`: inside to wire. `read`: wire to inside, exactly. `coerce`: wire to inside as leniently as the original. */
export type Way = 'write' | 'read' | 'coerce';

/** A rate is a fraction with at most this many decimals. */
const RATE_DECIMALS = 6;

const caches: Record<Way, WeakMap<z.ZodType, Codec | null>> = { write: new WeakMap(), read: new WeakMap(), coerce: new WeakMap() };

/** The codec of a schema, compiled once; null when values cross the wire as they are. */
export const codecOf = (schema: z.ZodType, way: Way): Codec | null => {
  const cache = caches[way];
  const known = cache.get(schema);
  if (known !== undefined) return known;
  const codec = compile(schema, way);
  cache.set(schema, codec);
  return codec;
};

const compile = (schema: z.ZodType, way: Way): Codec | null => {
  const kind = wireKindOf(schema);
  if (kind === 'money') return scalar(way, 'money');
  if (kind === 'rate') return scalar(way, 'rate');
  if (kind === 'instant') return way === 'coerce' ? toInstantText : null;
  if (kind === 'day') return null;
  const definition = definitionOf(schema);
  switch (definition.type) {
    case 'number':
      return way !== 'coerce' ? null : isWhole(definition) ? toWhole : toNumber;
    case 'boolean':
      return way === 'coerce' ? toBoolean : null;
    case 'object':
      return objectCodec(definition.shape ?? {}, way);
    case 'array':
      return arrayCodec(definition.element as z.ZodType, longestArray(definition), way);
    case 'record':
      return recordCodec(definition.valueType as z.ZodType, way);
    case 'tuple':
      return tupleCodec(definition.items ?? [], way);
    case 'union':
      return unionCodec(definition.options ?? [], way);
    case 'lazy':
      return (value, decimals) => {
        const codec = codecOf((definition.getter as () => z.ZodType)(), way);
        return codec ? codec(value, decimals) : value;
      };
    case 'pipe':
      return codecOf(
        (way === 'coerce'
          ? definition.in
          : definitionOf(definition.out as z.ZodType).type === 'transform'
            ? definition.in
            : definition.out) as z.ZodType,
        way,
      );
    default:
      return definition.innerType ? absentAsIs(codecOf(definition.innerType, way)) : null;
  }
};

const scalar = (way: Way, kind: 'money' | 'rate'): Codec => {
  const places = (decimals: number) => (kind === 'money' ? decimals : RATE_DECIMALS);
  if (way !== 'write') return (value, decimals) => toScaled(value, places(decimals));
  return (value, decimals) => (typeof value === 'number' ? toDecimal(value, places(decimals)) : value);
};

const absentAsIs = (codec: Codec | null): Codec | null =>
  codec && ((value, decimals) => (value === null || value === undefined ? value : codec(value, decimals)));

const objectCodec = (shape: Readonly<Record<string, z.ZodType>>, way: Way): Codec | null => {
  const fields = Object.entries(shape).flatMap(([key, field]): [string, Codec][] => {
    const codec = codecOf(field, way);
    return codec ? [[key, codec]] : [];
  });
  if (fields.length === 0) return null;
  return (value, decimals) => {
    if (!isObject(value)) return value;
    const copy: JsonObject = { ...value };
    for (const [key, codec] of fields) {
      const field = copy[key];
      if (field !== undefined) copy[key] = codec(field, decimals);
    }
    return copy;
  };
};

const arrayCodec = (element: z.ZodType, longest: number, way: Way): Codec | null => {
  const codec = codecOf(element, way);
  if (!codec) return null;
  return (value, decimals) => {
    if (!Array.isArray(value)) return value;
    // One more than allowed is enough to be refused; a million bad elements would make a million faults.
    const elements = value.length > longest && way === 'coerce' ? value.slice(0, longest + 1) : value;
    return elements.map((each) => codec(each, decimals));
  };
};

const recordCodec = (valueType: z.ZodType, way: Way): Codec | null => {
  const codec = codecOf(valueType, way);
  if (!codec) return null;
  return (value, decimals) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, codec(each, decimals)])) : value;
};

const tupleCodec = (items: readonly z.ZodType[], way: Way): Codec | null => {
  const codecs = items.map((item) => codecOf(item, way));
  if (codecs.every((codec) => codec === null)) return null;
  return (value, decimals) => (Array.isArray(value) ? value.map((each: unknown, index) => codecs[index]?.(each, decimals) ?? each) : value);
};

/** The first option that takes the value decides: inside values as they are, wire values after conversion. */
const unionCodec = (options: readonly z.ZodType[], way: Way): Codec | null => {
  const codecs = options.map((option) => codecOf(option, way));
  if (codecs.every((codec) => codec === null)) return null;
  return (value, decimals) => {
    for (const [index, option] of options.entries()) {
      const codec = codecs[index];
      const converted = codec ? codec(value, decimals) : value;
      if (option.safeParse(way === 'write' ? value : converted).success) return converted;
    }
    return value;
  };
};
