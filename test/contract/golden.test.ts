import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPhilo } from '../../src/core/modules/importing/index.ts';
import { type Door, type DoorAnswer, isCall, openDoor } from './doors.ts';
import { FIRST_CHANGE, type GoldenCase, goldenCases, isRecordingHere, realDatabase } from './golden-cases.ts';
import { differences } from './golden-compare.ts';
import { DECIDED, decidedForExactDoor } from './golden-decisions.ts';
import { IdMap } from './golden-ids.ts';

const cases = goldenCases();

/** Their rows are made by kept-back cases, or refused here (DECISIONS 6). */
const MADE_NO_ROW: ReadonlySet<string> = new Set(['item-delete', 'item-delete-404', 'order-cancel', 'order-delete-cancelled']);

/** What a kept-back case did that later ones stand on. */
const BEFORE: Readonly<Record<string, { path: string; body: object }>> = {
  'order-status-to-completed': { path: '/api/v1/orders/443/status', body: { status: 'ready' } },
};

/** Cases that are HTTP itself: unknown routes and methods, CORS, bodies that are no JSON. */
const isHttpOnly = ({ request }: GoldenCase): boolean => request.rawBody !== undefined || !isCall(request.method, request.path);

describe.skipIf(!isRecordingHere).each(['http', 'ipc'] as const)('recorded answers of the original, through %s', (kind) => {
  let door: Door;
  const ids = new IdMap();
  const compared = new Set<string>();

  beforeAll(async () => {
    // The day on which they were recorded.
    door = await openDoor(kind, { start: '2026-11-23T04:00:00.000Z' });
    await importPhilo(door.pos, { file: realDatabase, timeZone: 'UTC' });
  }, 60_000);

  afterAll(() => door?.close());

  const send = ({ request }: GoldenCase, path: string, body: unknown): Promise<DoorAnswer> => {
    if (request.rawBody !== undefined) {
      return door.sendRaw(request.method, path, request.rawBody, { 'content-type': 'application/json', ...lowerCase(request.headers) });
    }
    return door.send(request.method, path, body, lowerCase(request.headers));
  };

  const ofDoor = cases.filter((one) => kind === 'http' || !isHttpOnly(one));

  it.for(ofDoor.map((one) => [String(one.seq).padStart(3, '0'), one.name, one] as const))('%s %s', async ([, name, one], { skip }) => {
    const path = ids.path(one.request.path);
    const body = ids.body(one.request.body ?? undefined);
    if (path === null || body === null) {
      skip('names a row that is made by a kept-back case, or not made here');
      return;
    }
    compared.add(name);
    door.clock.advance(1000);

    const before = BEFORE[name];
    if (before) await door.send('PATCH', ids.path(before.path) ?? '', before.body);
    const answer = await send(one, path, body);
    const decided = (kind === 'ipc' ? decidedForExactDoor(name, answer.status) : undefined) ?? DECIDED[name];
    expect(answer.status, JSON.stringify(answer.body)).toBe(decided?.status ?? one.response.status);
    if (answer.status === 201 && one.response.status === 201) {
      ids.made(path, (one.response.body as { id: number }).id, answer.body.id);
    }
    decided?.check?.(answer, one);
    if (decided && (decided.status !== undefined || (decided.check && !decided.ignore))) return;
    ids.enter(one.request.path);
    const tolerance = { ids, newRows: one.seq >= FIRST_CHANGE, ...(decided?.ignore ? { ignore: new Set(decided.ignore) } : {}) };
    expect(differences(inOurIds(one, ids), answer.body, tolerance)).toEqual([]);
    compareHeaders(one, answer);
  });

  it('were nearly all replayed', () => {
    const left = ofDoor.filter((one) => !compared.has(one.name)).map((one) => one.name);
    expect(left.filter((name) => !MADE_NO_ROW.has(name))).toEqual([]);
  });

  it('differ only where a decision says so', () => {
    expect(Object.keys(DECIDED).filter((name) => !cases.some((one) => one.name === name))).toEqual([]);
  });
});

const lowerCase = (headers: Readonly<Record<string, string>> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([key, value]) => [key.toLowerCase(), value]));

/** Sentences name the recorded id; everything else is compared field by field. */
const inOurIds = (one: GoldenCase, ids: IdMap): unknown => {
  const { body } = one.response;
  if (body === null || typeof body !== 'object') return body;
  const translate = (key: 'detail' | 'message') => {
    const text = (body as Record<string, unknown>)[key];
    return typeof text === 'string' ? { [key]: ids.text(text, one.request.path) } : {};
  };
  return Array.isArray(body) ? body : { ...body, ...translate('detail'), ...translate('message') };
};

const compareHeaders = (one: GoldenCase, answer: DoorAnswer): void => {
  const { headers } = answer;
  if (headers === null) return;
  expect(Number(headers.get('x-process-time-ms'))).toBeGreaterThanOrEqual(0);
  for (const [name, value] of Object.entries(one.response.headers)) {
    if (name === 'allow') expect(headers.get('allow')?.split(', ')).toContain(value);
    else if (name === 'content-type') expect(headers.get(name)?.split(';')[0]).toBe(value.split(';')[0]);
    else if (name.startsWith('access-control-')) expect(headers.get(name)).toBe(value);
  }
};
