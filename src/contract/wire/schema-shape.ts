import type { z } from 'zod';
import type { WireKind, WireMeta } from '../primitives.ts';

/** The parts of a zod definition that decide how its values are written on the wire. */
export interface SchemaDefinition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly getter?: () => z.ZodType;
  readonly format?: string;
  readonly checks?: readonly z.core.$ZodCheck[];
}

export const definitionOf = (schema: z.ZodType): SchemaDefinition => schema.def;

/** The wire kind that a schema is marked with, if any. */
export const wireKindOf = (schema: z.ZodType): WireKind | undefined => (schema.meta() as WireMeta | undefined)?.wire;

interface CheckDefinition {
  readonly check: string;
  readonly format?: string;
  readonly maximum?: number;
}

const checksOf = (definition: SchemaDefinition): CheckDefinition[] =>
  // oxlint-disable-next-line no-underscore-dangle -- zod's own name for what a check is made of
  (definition.checks ?? []).map((check) => check._zod.def as CheckDefinition);

/** Whether a number schema takes whole numbers only. */
export const isWhole = (definition: SchemaDefinition): boolean =>
  definition.format?.includes('int') === true ||
  checksOf(definition).some(({ check, format }) => check === 'number_format' && format?.includes('int'));

/** The most elements that an array schema takes. */
export const longestArray = (definition: SchemaDefinition): number =>
  Math.min(...checksOf(definition).map(({ check, maximum }) => (check === 'max_length' ? (maximum ?? Infinity) : Infinity)), Infinity);

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
