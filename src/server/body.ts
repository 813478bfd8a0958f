import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { InputIssue } from '../contract/errors.ts';
import { Refusal } from '../core/kernel/errors.ts';
import { findJsonFault } from './json-fault.ts';

/** A body may be this long, unless its operation takes more. */
export const BODY_LIMIT = 1024 * 1024;

/** Beyond the limit the rest is read and dropped, so that the sender gets the answer; beyond this the line is cut. */
const LONGEST_DROPPED = 32 * BODY_LIMIT;

const LONGEST_ECHO = 2000;

const tooLarge = (limit: number) => new Refusal('body_too_large', `The body is larger than ${limit} bytes.`);

/** Reads a request's body. Rejects with body_too_large. */
export const collectBody = (stream: IncomingMessage, limit = BODY_LIMIT): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    stream.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (length > LONGEST_DROPPED) stream.destroy();
    });
    stream.on('end', () => {
      if (length > limit) reject(tooLarge(limit));
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    });
    stream.on('error', reject);
    stream.on('close', () => reject(tooLarge(limit)));
  });

const isJson = (contentType: string | undefined): boolean =>
  contentType !== undefined && /^\s*application\/(?:json|[^;\s]+\+json)\s*(?:;|$)/i.test(contentType);

const fault = (code: 'invalid_input' | 'invalid_json', issue: InputIssue): Refusal => new Refusal(code, issue.msg, [issue]);

const missingBody = () => fault('invalid_input', { type: 'missing', loc: ['body'], msg: 'Field required', input: null });

const notAnObject = (input: unknown) =>
  fault('invalid_input', {
    type: 'model_attributes_type',
    loc: ['body'],
    msg: 'Input should be a valid dictionary or object to extract fields from',
    input,
  });

const notJson = (position: number, error: string) =>
  fault('invalid_json', { type: 'json_invalid', loc: ['body', position], msg: 'JSON decode error', input: {}, ctx: { error } });

/** The body of a request as an object; faults as the original words them (ORIGINAL.md section 1, Errors). */
export const readJsonObject = (body: Buffer | undefined, contentType: string | undefined): object => {
  if (body === undefined || body.length === 0) throw missingBody();
  if (!isUtf8(body)) throw notJson(0, 'The body is not UTF-8');
  const text = body.toString('utf8');
  if (!isJson(contentType)) throw notAnObject(text.slice(0, LONGEST_ECHO));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const found = findJsonFault(text);
    throw notJson(found?.position ?? 0, found?.error ?? 'Expecting value');
  }
  if (value === null) throw missingBody();
  if (typeof value !== 'object' || Array.isArray(value))
    throw notAnObject(text.length > LONGEST_ECHO ? text.slice(0, LONGEST_ECHO) : value);
  return value;
};
