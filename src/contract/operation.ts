import { z } from 'zod';
import type { Permission } from '../domain/permissions.ts';
import type { ErrorCode } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
export type Shape = Record<string, z.ZodType>;

/**
 * `query` reads, `command` changes. A heavy query runs on a read-only connection in a worker. A `task` is slow work over
 * files outside the queue, such as a backup; what it changes in the database it does by a command of its own.
 */
export type OperationKind = 'query' | 'command' | 'task';

export interface Declaration<P extends Shape, Q extends Shape, B extends Shape, O extends z.ZodType> {
  readonly method: Method;
  /** Fastify-free template: `/api/v1/items/{item_id}`. */
  readonly url: string;
  readonly kind: OperationKind;
  /** One line for the documents. */
  readonly summary: string;
  readonly tag: string;
  /** `public`: may be called before anybody has signed in. */
  readonly permission: Permission | 'public';
  readonly path?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly output: O;
  /** HTTP status of success. */
  readonly status?: 200 | 201;
  /** What else than invalid_input, unauthenticated, forbidden and internal it may answer. */
  readonly errors?: readonly ErrorCode[];
  /** What the id in the path names, for "not found". */
  readonly entity?: string;
  readonly worker?: boolean;
  /** The answer is a file: its media type. Output is then the bytes. */
  readonly media?: string;
  /** The answer holds a secret that is kept as a hash only, so no record of an idempotency key may keep it in clear. */
  readonly secret?: boolean;
  /** Bytes that the HTTP door takes as the body, where more than usual. */
  readonly bodyLimit?: number;
}

export interface Operation<P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape, O extends z.ZodType = z.ZodType>
  extends Declaration<P, Q, B, O> {
  /** Path, query and body as one flat object: what a caller inside the program passes. */
  readonly input: z.ZodObject<P & Q & B>;
  readonly hasBody: boolean;
}

// oxlint-disable-next-line typescript/no-generated-empty-object-type -- a place without keys adds none to the flat input
type NoKeys = Record<never, never>;

/** Declares an operation. Path, query and body keys must not overlap: the input is one flat object. */
export const operation = <O extends z.ZodType, P extends Shape = NoKeys, Q extends Shape = NoKeys, B extends Shape = NoKeys>(
  declaration: Declaration<P, Q, B, O>,
): Operation<P, Q, B, O> => {
  const { path, query, body } = declaration;
  const keys = [...Object.keys(path ?? {}), ...Object.keys(query ?? {}), ...Object.keys(body ?? {})];
  if (new Set(keys).size !== keys.length) throw new Error(`overlapping input keys in ${declaration.url}`);
  return {
    ...declaration,
    input: z.object({ ...path, ...query, ...body }) as unknown as z.ZodObject<P & Q & B>,
    hasBody: body !== undefined,
  };
};

/** A file on the disk that a door sends without reading it into memory. */
export interface StoredFile {
  readonly path: string;
  /** Under which it is saved. */
  readonly name: string;
  readonly media: string;
  readonly bytes: number;
  /** From where on it is wanted. */
  readonly offset: number;
}

export type InputPlace = 'path' | 'query' | 'body';

/** Where a top-level input key comes from on the HTTP door; used in the `loc` of faults. */
export const placeOf = (op: Operation, key: string): InputPlace =>
  op.path && Object.hasOwn(op.path, key) ? 'path' : op.query && Object.hasOwn(op.query, key) ? 'query' : 'body';
