import { BEGIN_SESSIONS } from '../../contract/begin-sessions.ts';
import type { Answer, Conflict, ErrorCode, InputIssue } from '../../contract/errors.ts';
import type { ChangeEvent } from '../../contract/events.ts';
import { findOperation } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import type { Session } from '../../contract/session.ts';
import { decodeOutput, requestOf } from '../../contract/wire.ts';
import { currencyOf } from '../../domain/money.ts';
import { CallFailure } from './failure.ts';
import { makeEventStream } from './event-stream.ts';
import { makeListeners } from './listeners.ts';
import type { Connection, Transport } from './transport.ts';

const noAnswer = 'Philo POS cannot be reached. Check that it is running, then try again; nothing is done twice.';

interface ErrorBody {
  detail?: string | InputIssue[];
  code?: ErrorCode;
  conflict?: Conflict;
}

const errorAnswer = (status: number, body: ErrorBody, decode: (value: unknown) => unknown): Answer<never> => {
  const issues = Array.isArray(body.detail) ? body.detail : [];
  const fallback = issues.map((issue) => `${issue.loc.slice(1).join('.')}: ${issue.msg}`).join('; ');
  const message = typeof body.detail === 'string' ? body.detail : fallback || `The answer was ${status}.`;
  const conflict = body.conflict && { current: decode(body.conflict.current), yours: decode(body.conflict.yours) };
  return {
    ok: false,
    error: {
      code: body.code ?? 'internal',
      message,
      ...(issues.length > 0 ? { details: issues } : {}),
      ...(conflict ? { conflict } : {}),
    },
  };
};

/** The browser's way: the same page's origin, its session cookie and the CSRF token that the session told. */
export const makeHttpTransport = (origin = '', send: typeof fetch = (...call) => fetch(...call)): Transport => {
  const connections = makeListeners<Connection>();
  const changes = makeListeners<ChangeEvent | null>();
  let connection: Connection = 'unknown';
  let csrfToken: string | null = null;
  let decimals = 2;

  const now = (next: Connection) => {
    if (next === connection) return;
    connection = next;
    connections.tell(next);
  };
  const stream = makeEventStream(`${origin}/api/v1/events`, { change: changes.tell, connection: now });

  /** The session says how money is written and how to prove that a call is ours. */
  const learn = (session: Session) => {
    csrfToken = session.csrf_token;
    decimals = currencyOf(session.shop.currency).decimals;
    if (session.person) stream.open();
    else stream.close();
  };

  const read = async (op: Operation, response: Response): Promise<Answer<unknown>> => {
    if (!response.ok) {
      return errorAnswer(response.status, (await response.json().catch(() => ({}))) as ErrorBody, (value) =>
        decodeOutput(op, value, decimals),
      );
    }
    if (op.media) return { ok: true, value: new Uint8Array(await response.arrayBuffer()) };
    return { ok: true, value: decodeOutput(op, await response.json(), decimals) };
  };

  return {
    call: async (name, input, options) => {
      const op = findOperation(name);
      if (!op) throw new Error(`the contract has no ${name}`);
      const { method, url, body } = requestOf(op, input as object, decimals);
      const headers: Record<string, string> = {};
      if (body !== undefined) headers['content-type'] = 'application/json';
      if (csrfToken !== null && method !== 'GET') headers['x-csrf-token'] = csrfToken;
      if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
      if (options.approval) {
        headers['x-approval-staff'] = String(options.approval.staff_id);
        headers['x-approval-pin'] = options.approval.pin;
      }
      let answer: Answer<unknown>;
      try {
        const response = await send(`${origin}${url}`, {
          method,
          headers,
          credentials: 'same-origin',
          cache: 'no-store',
          ...(body === undefined ? {} : { body }),
        });
        answer = await read(op, response);
        now('online');
      } catch {
        now('offline');
        throw new CallFailure('offline', noAnswer);
      }
      if (answer.ok && (name.startsWith('session.') || BEGIN_SESSIONS.has(name))) learn(answer.value as Session);
      return answer;
    },
    onChange: changes.add,
    onConnection: (listener) => {
      listener(connection);
      return connections.add(listener);
    },
  };
};
