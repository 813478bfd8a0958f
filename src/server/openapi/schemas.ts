import { z } from 'zod';
import { auditRow } from '../../contract/audit.ts';
import { addon, category, item } from '../../contract/catalog.ts';
import { customer } from '../../contract/customers.ts';
import { discount } from '../../contract/discounts.ts';
import { expense } from '../../contract/expenses.ts';
import { allOperations, type OperationName } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import { order, orderLine, orderLineAddon } from '../../contract/orders.ts';
import { deleted, type WireMeta } from '../../contract/primitives.ts';
import { apiKey, session, signedIn } from '../../contract/session.ts';
import { settings } from '../../contract/settings.ts';
import { shift, shiftReport } from '../../contract/shifts.ts';
import { MAX_MONEY } from '../../domain/money.ts';

export type JsonSchema = Record<string, unknown>;

/** The things that the documents call by name wherever they appear. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  AuditRow: auditRow,
  Category: category,
  Item: item,
  Addon: addon,
  Customer: customer,
  Discount: discount,
  Expense: expense,
  Order: order,
  OrderLine: orderLine,
  OrderLineAddon: orderLineAddon,
  Deleted: deleted,
  ApiKey: apiKey,
  Session: session,
  SignedIn: signedIn,
  Settings: settings,
  Shift: shift,
  ShiftReport: shiftReport,
};

/** `orders.setStatus` as `OrdersSetStatus`. */
const typeName = (operation: OperationName): string =>
  operation
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

export const outputName = (operation: OperationName): string => `${typeName(operation)}Answer`;
export const bodyName = (operation: OperationName): string => `${typeName(operation)}Body`;

export const schemaRef = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

interface Override {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;

/** What the schema says of the inside becomes what HTTP carries: decimals for amounts and rates. */
const asOnTheWire = ({ zodSchema, jsonSchema }: Override): void => {
  const { wire } = ((zodSchema as unknown as z.ZodType).meta() ?? {}) as WireMeta;
  const schema = jsonSchema as JsonSchema;
  delete schema.wire;
  if (schema.additionalProperties === false) delete schema.additionalProperties;
  for (const bound of BOUNDS) {
    const value = schema[bound];
    if (typeof value === 'number' && Math.abs(value) >= (wire === 'money' ? MAX_MONEY : Number.MAX_SAFE_INTEGER)) delete schema[bound];
  }
  if (wire === 'money') {
    schema.type = 'number';
    schema.description = "An amount of the shop's currency, with at most its decimals: 5.94.";
  } else if (wire === 'rate') {
    schema.type = 'number';
    schema.description = 'A fraction with at most 6 decimals: 0.08 is 8%.';
    if (schema.maximum !== undefined) schema.maximum = 1;
  } else if (wire === 'instant') {
    delete schema.format;
    schema.description = "An ISO date-time (UTC unless it has an offset), a day (its start in the shop's zone) or seconds since 1970.";
  } else if (wire === 'day') {
    schema.type = 'string';
    schema.format = 'date';
  }
};

const options = (io: 'input' | 'output') => ({ io, unrepresentable: 'any', override: asOnTheWire }) as const;

/** One parameter's schema, in place. */
export const parameterSchema = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, options('input')) as JsonSchema;
  return rest;
};

/** Every schema of every answer and body, by name. */
export const componentSchemas = (): Record<string, JsonSchema> => {
  const outputs = z.registry<{ id: string }>();
  const bodies = z.registry<{ id: string }>();
  const named = new Set(Object.values(NAMED));
  for (const [name, schema] of Object.entries(NAMED)) outputs.add(schema, { id: name });
  for (const [name, op] of allOperations()) {
    if (!op.media && !named.has(op.output)) outputs.add(op.output, { id: outputName(name) });
    if (op.body) bodies.add(z.object(op.body), { id: bodyName(name) });
  }
  return { ...schemasOf(outputs, 'output'), ...schemasOf(bodies, 'input') };
};

/** The schema of an operation's answer, by reference. */
export const answerRef = (name: OperationName, op: Operation): JsonSchema => {
  const known = Object.entries(NAMED).find(([, schema]) => schema === op.output);
  return schemaRef(known ? known[0] : outputName(name));
};

const schemasOf = (registry: z.core.$ZodRegistry<{ id: string }>, io: 'input' | 'output'): Record<string, JsonSchema> => {
  const { schemas } = z.toJSONSchema(registry, { ...options(io), uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { $schema: _schema, $id: _id, id: _key, ...rest } = schema as JsonSchema;
      return [name, rest];
    }),
  );
};
