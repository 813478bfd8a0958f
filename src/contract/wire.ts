import type { z } from 'zod';
import type { Method, Operation, Shape } from './operation.ts';
import { type Codec, codecOf, type Way } from './wire/codec.ts';
import { isObject, type JsonObject } from './wire/schema-shape.ts';

/**
 * How inputs and outputs are written on the HTTP door. Inside the program money is minor units and a rate is ppm; in JSON
 * both are decimal numbers. `decimals` is always the number that the shop's currency has (`currencyOf(code).decimals`).
 * Everything here is compiled from the schemas once per operation.
 */

/** An input by where it travels. Values of path and query are text on the wire. */
export interface WireInput {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Undefined: the operation has no body. */
  readonly body: JsonObject | undefined;
}

/** An input as it came over the wire, nothing checked. */
export interface ReceivedInput {
  readonly path?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

type Field = readonly [key: string, codec: Codec | null];

const fieldsOf = (shape: Shape | undefined, way: Way): readonly Field[] =>
  Object.entries(shape ?? {}).map(([key, schema]) => [key, codecOf(schema, way)] as const);

interface OperationFields {
  readonly path: readonly Field[];
  readonly query: readonly Field[];
  readonly body: readonly Field[];
}

const compiledInputs: Record<'write' | 'coerce', WeakMap<Operation, OperationFields>> = { write: new WeakMap(), coerce: new WeakMap() };

const inputFields = (op: Operation, way: 'write' | 'coerce'): OperationFields => {
  let fields = compiledInputs[way].get(op);
  if (!fields) {
    fields = { path: fieldsOf(op.path, way), query: fieldsOf(op.query, way), body: fieldsOf(op.body, way) };
    compiledInputs[way].set(op, fields);
  }
  return fields;
};

/** A flat input (money in minor units) as it travels over HTTP. Keys that are undefined are left out. */
export const encodeInput = (op: Operation, input: object, decimals: number): WireInput => {
  const fields = inputFields(op, 'write');
  const text = ([key, value]: [string, unknown]): [string, string] => [key, String(value)];
  return {
    path: Object.fromEntries(written(fields.path, input, decimals).map(text)),
    query: Object.fromEntries(
      written(fields.query, input, decimals)
        .filter(([, value]) => value !== null)
        .map(text),
    ),
    body: op.hasBody ? Object.fromEntries(written(fields.body, input, decimals)) : undefined,
  };
};

const written = (fields: readonly Field[], input: object, decimals: number): [string, unknown][] =>
  fields.flatMap(([key, codec]): [string, unknown][] => {
    const value = Object.hasOwn(input, key) ? (input as JsonObject)[key] : undefined;
    return value === undefined ? [] : [[key, codec ? codec(value, decimals) : value]];
  });

/** The request that makes the call: `url` is the path with its query, `body` the JSON text or undefined. */
export const requestOf = (op: Operation, input: object, decimals: number): { method: Method; url: string; body?: string } => {
  const wire = encodeInput(op, input, decimals);
  const path = op.url.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(wire.path[key] ?? ''));
  const query = new URLSearchParams(wire.query).toString();
  const url = query === '' ? path : `${path}?${query}`;
  return wire.body === undefined ? { method: op.method, url } : { method: op.method, url, body: JSON.stringify(wire.body) };
};

/**
 * What came over HTTP as the flat input of dispatch, coerced as leniently as the original does. What cannot be converted
 * stays as it came, so that the schema refuses it. Only declared keys are taken, so no key can reach a prototype.
 */
export const decodeInput = (op: Operation, received: ReceivedInput, decimals: number): JsonObject => {
  const fields = inputFields(op, 'coerce');
  const input: JsonObject = {};
  take(fields.body, received.body, input, decimals);
  take(fields.query, received.query, input, decimals);
  take(fields.path, received.path, input, decimals);
  return input;
};

const take = (fields: readonly Field[], from: unknown, into: JsonObject, decimals: number): void => {
  if (!isObject(from)) return;
  for (const [key, codec] of fields) {
    const value = from[key];
    if (value === undefined) continue;
    into[key] = codec && value !== null ? codec(value, decimals) : value;
  }
};

/** An answer's value (money in minor units) as the JSON value that HTTP sends. The value itself is left as it is. */
export const encodeOutput = (op: Operation, value: unknown, decimals: number): unknown => convert(op.output, 'write', value, decimals);

/** The JSON value of an HTTP answer as the value inside the program. */
export const decodeOutput = (op: Operation, value: unknown, decimals: number): unknown => convert(op.output, 'read', value, decimals);

const convert = (schema: z.ZodType, way: Way, value: unknown, decimals: number): unknown => {
  const codec = codecOf(schema, way);
  return codec && value !== null && value !== undefined ? codec(value, decimals) : value;
};
