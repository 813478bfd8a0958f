import { createHmac } from 'node:crypto';
import type { Answer } from '../../contract/errors.ts';
import { instantFromMs } from '../../domain/business-day.ts';
import type { WriteDatabase } from '../database/database.ts';
import { Refusal } from './errors.ts';

export interface IdempotentRequest {
  /** Who: keys of different callers never meet. */
  readonly scope: string;
  readonly key: string;
  readonly operation: string;
  readonly requestHash: string;
}

/** Kept longer than the 24 h that the contract promises (DECISIONS 18). */
const KEPT_MS = 48 * 3_600_000;

/** Keyed with the installation's own secret: an input may hold a PIN, which a plain hash in the database would give away. */
export const hashRequest = (operation: string, input: unknown, secret: string): string =>
  createHmac('sha256', secret).update(operation).update('\n').update(JSON.stringify(input)).digest('base64url');

/** The first answer to this key, or undefined when it is new. Another request under the same key is refused. */
export const recallAnswer = (db: WriteDatabase, request: IdempotentRequest): Answer<unknown> | undefined => {
  const row = db.row<{ request_hash: string; answer: string }>(
    'SELECT request_hash, answer FROM idempotency_keys WHERE scope = ? AND key = ?',
    [request.scope, request.key],
  );
  if (!row) return undefined;
  if (row.request_hash !== request.requestHash) {
    throw new Refusal(
      'idempotency_mismatch',
      'This Idempotency-Key was already used for another request. Use a new key for a new request.',
    );
  }
  return JSON.parse(row.answer) as Answer<unknown>;
};

/** Remembers the answer in the transaction of the change it belongs to. */
export const rememberAnswer = (db: WriteDatabase, request: IdempotentRequest, answer: Answer<unknown>, nowMs: number): void => {
  db.execute('INSERT INTO idempotency_keys (scope, key, operation, request_hash, answer, created_at) VALUES (?, ?, ?, ?, ?, ?)', [
    request.scope,
    request.key,
    request.operation,
    request.requestHash,
    JSON.stringify(answer),
    instantFromMs(nowMs),
  ]);
  db.execute(PRUNE, [instantFromMs(nowMs - KEPT_MS)]);
};

/** A few at a time, so that no single sale pays for a day's worth. */
const PRUNE =
  'DELETE FROM idempotency_keys WHERE (scope, key) IN (SELECT scope, key FROM idempotency_keys WHERE created_at < ? ORDER BY created_at LIMIT 4)';
