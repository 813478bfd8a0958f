import type { z } from 'zod';
import type { InputIssue } from './errors.ts';
import { type Operation, placeOf } from './operation.ts';

type ZodIssue = z.core.$ZodIssue;

interface CustomParams {
  type?: string;
  input?: unknown;
  ctx?: Record<string, unknown>;
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown => {
  let current = value;
  for (const key of path) {
    if (current === null || typeof current !== 'object') return undefined;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
};

/** What the contract says about the field at `path`: its wire kind, and whether it is a whole number. */
interface FieldKind {
  readonly wire?: string;
  readonly isInteger: boolean;
}

interface SchemaDef {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
}

const defOf = (schema: z.ZodType): SchemaDef => schema.def;

const fieldKindAt = (root: z.ZodType, path: readonly PropertyKey[]): FieldKind => {
  let schema: z.ZodType | undefined = root;
  let wire: string | undefined;
  const unwrap = () => {
    wire = undefined;
    while (schema) {
      wire ??= (schema.meta() as { wire?: string } | undefined)?.wire;
      const inner: z.ZodType | undefined = defOf(schema).innerType ?? defOf(schema).in;
      if (!inner) return;
      schema = inner;
    }
  };
  unwrap();
  for (const key of path) {
    if (!schema) break;
    const def = defOf(schema);
    schema = def.type === 'object' && def.shape && Object.hasOwn(def.shape, String(key)) ? def.shape[String(key)] : def.element;
    unwrap();
  }
  const isInteger = schema !== undefined && defOf(schema).format === 'safeint' && wire === undefined;
  return wire === undefined ? { isInteger } : { wire, isInteger };
};

/**
 * What zod found, in the words and shape of /api/v1 (ORIGINAL.md section 1, Errors): every fault, in the order of
 * declaration. `raw` is the input as the caller wrote it, before any conversion, so that faults echo what was sent.
 */
export const inputIssues = (op: Operation, error: z.ZodError, raw: unknown): InputIssue[] =>
  error.issues.map((issue) => toInputIssue(op, issue, raw));

const toInputIssue = (op: Operation, issue: ZodIssue, raw: unknown): InputIssue => {
  const path = issue.path;
  const loc = [placeOf(op, String(path[0])), ...(path as (string | number)[])];
  const input = at(raw, path);
  const issued = describe(issue, input, fieldKindAt(op.input, path));
  if (issued.type === 'missing') {
    // A missing field echoes the object around it; for a parameter of the URL that is nothing.
    const parent = at(raw, path.slice(0, -1));
    return { type: 'missing', loc, msg: issued.msg, input: loc[0] === 'body' ? bodyOnly(op, path, parent) : null };
  }
  const params = issue.code === 'custom' ? ((issue.params ?? {}) as CustomParams) : {};
  const echoed = 'input' in params ? params.input : input;
  return {
    type: issued.type,
    loc,
    msg: issued.msg,
    input: typeof echoed === 'number' && !Number.isFinite(echoed) ? String(echoed) : (echoed ?? null),
    ...(issued.ctx ? { ctx: issued.ctx } : {}),
  };
};

/** At the top level the flat input also holds path and query; only what was in the body is echoed. */
const bodyOnly = (op: Operation, path: readonly PropertyKey[], parent: unknown): unknown => {
  if (path.length > 1 || parent === null || typeof parent !== 'object') return parent;
  return Object.fromEntries(Object.entries(parent).filter(([key]) => placeOf(op, key) === 'body'));
};

interface Described {
  type: string;
  msg: string;
  ctx?: Record<string, unknown>;
}

const describe = (issue: ZodIssue, input: unknown, kind: FieldKind): Described => {
  switch (issue.code) {
    case 'invalid_type':
      return describeType(issue.expected, input, kind);
    case 'too_small':
      return describeBound('small', issue.origin, Number(issue.minimum), issue.inclusive !== false, input, kind.wire);
    case 'too_big':
      return describeBound('big', issue.origin, Number(issue.maximum), issue.inclusive !== false, input, kind.wire);
    case 'invalid_format': {
      const pattern = (issue.pattern ?? issue.format).replace(/^\/|\/[a-z]*$/g, '');
      return { type: 'string_pattern_mismatch', msg: `String should match pattern '${pattern}'`, ctx: { pattern } };
    }
    case 'invalid_value': {
      // A text that is none of the allowed ones: the original declares these as patterns.
      if (input === undefined) return { type: 'missing', msg: 'Field required' };
      if (typeof input !== 'string') return { type: 'string_type', msg: 'Input should be a valid string' };
      const pattern = `^(${issue.values.map(String).join('|')})$`;
      return { type: 'string_pattern_mismatch', msg: `String should match pattern '${pattern}'`, ctx: { pattern } };
    }
    case 'custom': {
      const params = (issue.params ?? {}) as CustomParams;
      return { type: params.type ?? 'value_error', msg: issue.message, ...(params.ctx ? { ctx: params.ctx } : {}) };
    }
    default:
      return { type: 'value_error', msg: issue.message };
  }
};

const describeType = (expected: string, input: unknown, kind: FieldKind): Described => {
  if (input === undefined) return { type: 'missing', msg: 'Field required' };
  if (typeof input === 'number' && !Number.isFinite(input)) return { type: 'finite_number', msg: 'Input should be a finite number' };
  if (kind.wire === 'money' || kind.wire === 'rate') return describeDecimal(input, kind.wire);
  switch (expected) {
    case 'int':
    case 'number':
      return kind.isInteger ? integerFault(input) : numberFault(input);
    case 'boolean':
      return typeof input === 'string' || typeof input === 'number'
        ? { type: 'bool_parsing', msg: 'Input should be a valid boolean, unable to interpret input' }
        : { type: 'bool_type', msg: 'Input should be a valid boolean' };
    case 'array':
      return { type: 'list_type', msg: 'Input should be a valid list' };
    case 'object':
      return {
        type: 'model_attributes_type',
        msg: 'Input should be a valid dictionary or object to extract fields from',
      };
    default:
      return { type: 'string_type', msg: 'Input should be a valid string' };
  }
};

const integerFault = (input: unknown): Described => {
  if (typeof input === 'string')
    return { type: 'int_parsing', msg: 'Input should be a valid integer, unable to parse string as an integer' };
  if (typeof input !== 'number') return { type: 'int_type', msg: 'Input should be a valid integer' };
  return Number.isInteger(input)
    ? { type: 'int_parsing_size', msg: 'Unable to parse input string as an integer, exceeded maximum size' }
    : { type: 'int_from_float', msg: 'Input should be a valid integer, got a number with a fractional part' };
};

const numberFault = (input: unknown): Described =>
  typeof input === 'string'
    ? { type: 'float_parsing', msg: 'Input should be a valid number, unable to parse string as a number' }
    : { type: 'float_type', msg: 'Input should be a valid number' };

const describeDecimal = (input: unknown, wire: 'money' | 'rate'): Described => {
  const text = typeof input === 'string' ? input.trim() : '';
  const numeric = typeof input === 'number' || /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text);
  if (!numeric) return numberFault(input);
  return wire === 'money'
    ? {
        type: 'decimal_max_places',
        msg: "Input should have no more decimals than the shop's currency, and be of a size that a till can keep",
      }
    : { type: 'decimal_max_places', msg: 'Input should be a fraction such as 0.08 with no more than 6 decimals' };
};

const describeBound = (
  side: 'small' | 'big',
  origin: string,
  bound: number,
  inclusive: boolean,
  input: unknown,
  wire: string | undefined,
): Described => {
  if (origin === 'string') {
    const unit = `character${bound === 1 ? '' : 's'}`;
    return side === 'small'
      ? { type: 'string_too_short', msg: `String should have at least ${bound} ${unit}`, ctx: { min_length: bound } }
      : { type: 'string_too_long', msg: `String should have at most ${bound} ${unit}`, ctx: { max_length: bound } };
  }
  if (origin === 'array') {
    const length = Array.isArray(input) ? input.length : 0;
    const what = `item${bound === 1 ? '' : 's'} after validation, not ${length}`;
    return side === 'small'
      ? {
          type: 'too_short',
          msg: `List should have at least ${bound} ${what}`,
          ctx: { field_type: 'List', min_length: bound, actual_length: length },
        }
      : {
          type: 'too_long',
          msg: `List should have at most ${bound} ${what}`,
          ctx: { field_type: 'List', max_length: bound, actual_length: length },
        };
  }
  if ((wire === 'money' || wire === 'rate') && bound !== 0) {
    return side === 'big'
      ? { type: 'less_than_equal', msg: wire === 'rate' ? 'Input should be less than or equal to 1' : 'Input is more than a till can keep' }
      : { type: 'greater_than_equal', msg: 'Input is too small' };
  }
  if (side === 'small') {
    return inclusive
      ? { type: 'greater_than_equal', msg: `Input should be greater than or equal to ${bound}`, ctx: { ge: bound } }
      : { type: 'greater_than', msg: `Input should be greater than ${bound}`, ctx: { gt: bound } };
  }
  return inclusive
    ? { type: 'less_than_equal', msg: `Input should be less than or equal to ${bound}`, ctx: { le: bound } }
    : { type: 'less_than', msg: `Input should be less than ${bound}`, ctx: { lt: bound } };
};
