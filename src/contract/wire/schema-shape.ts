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
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string; readonly format?: string; readonly maximum?: number } } }[];
}

export const definitionOf = (schema: z.ZodType): SchemaDefinition => schema._zod.def as unknown as SchemaDefinition;

/** The wire kind that a schema is marked with, if any. */
export const wireKindOf = (schema: z.ZodType): WireKind | undefined => (schema.meta() as WireMeta | undefined)?.wire;

/** Whether a number schema takes whole numbers only. */
export const isWhole = (definition: SchemaDefinition): boolean =>
  definition.format?.includes('int') === true ||
  definition.checks?.some((check) => check._zod.def.check === 'number_format' && check._zod.def.format?.includes('int')) === true;

/** The most elements that an array schema takes. */
export const longestArray = (definition: SchemaDefinition): number =>
  Math.min(...(definition.checks ?? []).map(({ _zod: { def } }) => (def.check === 'max_length' ? (def.maximum ?? Infinity) : Infinity)), Infinity);

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
