import { connect } from 'node:net';
import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { allOperations } from '../../src/contract/index.ts';
import { type HttpDoor, openHttpDoor } from './http-door.ts';

const JSON_HEADERS = { 'content-type': 'application/json' };

const tables = (door: HttpDoor): string[] =>
  door.app.pos.database
    .rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'api_keys'")
    .map(({ name }) => name);

const everything = (door: HttpDoor) => tables(door).map((table) => [table, door.app.pos.database.rows(`SELECT * FROM ${table}`)]);

/** Runs what must change nothing. */
const changingNothing = async (door: HttpDoor, run: () => Promise<void>) => {
  const before = everything(door);
  await run();
  expect(everything(door)).toEqual(before);
};

describe('bodies that are no JSON', () => {
  // Positions and words as the original's parser reports them.
  it.each([
    ['{"name": ', 9, 'Expecting value'],
    ['{"name": "x"', 12, "Expecting ',' delimiter"],
    ['{"name" "x"}', 8, "Expecting ':' delimiter"],
    ['{"name": "x",}', 13, 'Expecting property name enclosed in double quotes'],
    ["{'name': 'x'}", 1, 'Expecting property name enclosed in double quotes'],
    ['{', 1, 'Expecting property name enclosed in double quotes'],
    ['[1, ]', 4, 'Expecting value'],
    ['{"name": "x', 9, 'Unterminated string starting at'],
    ['{"name": "a\nb"}', 11, 'Invalid control character at'],
    ['{"name": "\\q"}', 10, 'Invalid \\escape'],
    ['{"name": "\\u12"}', 11, 'Invalid \\uXXXX escape'],
    ['{"name": "x"} {}', 14, 'Extra data'],
    ['{"a": 01}', 7, "Expecting ',' delimiter"],
    ['{"a": -}', 6, 'Expecting value'],
    ['{"price": NaN}', 10, 'Expecting value'],
    ['{"price": -Infinity}', 10, 'Expecting value'],
    [' ', 1, 'Expecting value'],
    ['nonsense', 0, 'Expecting value'],
    ['['.repeat(100_000), 501, 'Too deeply nested'],
  ])('%j fails at %i: %s', async (raw, position, error) => {
    const door = await openHttpDoor();
    await changingNothing(door, async () => {
      const answer = await door.send('POST', '/api/v1/categories', { raw, headers: JSON_HEADERS });
      expect(answer.status).toBe(422);
      expect(answer.json).toEqual({
        detail: [{ type: 'json_invalid', loc: ['body', position], msg: 'JSON decode error', input: {}, ctx: { error } }],
        code: 'invalid_json',
      });
    });
  });

  it('fail somewhere, or are JSON: never anything else', async () => {
    const door = await openHttpDoor();
    const broken = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', '}', ',', '\\', 'x', '\u0000')).map(([text, at, put]) => {
      const cut = at % (text.length + 1);
      return text.slice(0, cut) + put + text.slice(cut + 1);
    });
    await fc.assert(
      fc.asyncProperty(broken, async (raw) => {
        const answer = await door.send('POST', '/api/v1/categories', { raw, headers: JSON_HEADERS });
        expect(answer.status).toBe(422);
        const [fault] = answer.json.detail;
        const position = fault.type === 'json_invalid' ? fault.loc[1] : 0;
        expect(position).toBeLessThanOrEqual(raw.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('bodies of the wrong kind', () => {
  it.each<[string, { raw?: string; headers?: Record<string, string> }, string, unknown]>([
    ['no body', { headers: JSON_HEADERS }, 'missing', null],
    ['null', { raw: 'null', headers: JSON_HEADERS }, 'missing', null],
    ['a list', { raw: '[{"name":"x"}]', headers: JSON_HEADERS }, 'model_attributes_type', [{ name: 'x' }]],
    ['a text', { raw: '"x"', headers: JSON_HEADERS }, 'model_attributes_type', 'x'],
    ['a number', { raw: '7', headers: JSON_HEADERS }, 'model_attributes_type', 7],
    ['plain text', { raw: '{"name":"CT"}', headers: { 'content-type': 'text/plain' } }, 'model_attributes_type', '{"name":"CT"}'],
    ['a form', { raw: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'model_attributes_type', 'name=x'],
    ['a type that is none', { raw: '{"name":"CT"}', headers: { 'content-type': 'garbage' } }, 'model_attributes_type', null],
  ])('%s is refused, and nothing written', async (_what, request, type, input) => {
    const door = await openHttpDoor();
    await changingNothing(door, async () => {
      const answer = await door.send('POST', '/api/v1/categories', request);
      expect(answer.status).toBe(422);
      expect(answer.json.detail).toMatchObject([{ type, loc: ['body'], input }]);
    });
  });

  it('takes JSON under its other names', async () => {
    const door = await openHttpDoor();
    for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/vnd.api+json']) {
      const answer = await door.send('POST', '/api/v1/categories', {
        raw: JSON.stringify({ name: type }),
        headers: { 'content-type': type },
      });
      expect([type, answer.status]).toEqual([type, 201]);
    }
  });

  it('tells the faults of the address before that of the body', async () => {
    const door = await openHttpDoor();
    const answer = await door.send('PATCH', '/api/v1/items/abc');
    expect(answer.json.detail).toMatchObject([
      { type: 'int_parsing', loc: ['path', 'item_id'], input: 'abc' },
      { type: 'missing', loc: ['body'] },
    ]);
  });

  it('refuses bodies of 2 MB with an answer that arrives, and one that only claims to be long', async () => {
    const door = await openHttpDoor();
    await changingNothing(door, async () => {
      for (const raw of ['x'.repeat(2_000_000), JSON.stringify({ name: 'x'.repeat(2_000_000) })]) {
        const answer = await door.send('POST', '/api/v1/categories', { raw, headers: JSON_HEADERS });
        expect([answer.status, answer.json.code]).toEqual([413, 'body_too_large']);
        expect(answer.json.detail).toEqual(expect.any(String));
      }
    });
    expect((await door.send('GET', '/health')).status).toBe(200);
  });

  it('refuses bytes that are no UTF-8', async () => {
    const door = await openHttpDoor();
    const answer = await door.send('POST', '/api/v1/categories', {
      raw: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
      headers: JSON_HEADERS,
    });
    expect([answer.status, answer.json.detail[0].type]).toEqual([422, 'json_invalid']);
  });

  it('is not harmed by deep nesting, prototypes or a flood of faults', async () => {
    const door = await openHttpDoor();
    await changingNothing(door, async () => {
      const deep = `{"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
      const answer = await door.send('POST', '/api/v1/categories', { raw: deep, headers: JSON_HEADERS });
      expect([answer.status, answer.json.detail[0].type]).toEqual([422, 'string_type']);
      const flood = await door.send('POST', '/api/v1/orders', { raw: `{"items":[${'{},'.repeat(300_000)}{}]}`, headers: JSON_HEADERS });
      expect(flood.status).toBe(422);
      expect(flood.json.detail.length).toBeLessThan(1100);
    });
    const poisoned = '{"__proto__":{"name":"evil","isAdmin":true},"constructor":{"prototype":{"x":1}},"name":"Fine"}';
    const answer = await door.send('POST', '/api/v1/categories', { raw: poisoned, headers: JSON_HEADERS });
    expect([answer.status, answer.json.name]).toEqual([201, 'Fine']);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe('coercion as the original does it', () => {
  it('reads texts as numbers and booleans in bodies', async () => {
    const door = await openHttpDoor();
    const made = await door.send('POST', '/api/v1/categories', { body: { name: 'A', display_order: '3', is_active: 'no' } });
    expect(made.json).toMatchObject({ display_order: 3, is_active: false });
    const item = await door.send('POST', '/api/v1/items', {
      body: { category_id: String(made.json.id), name: 'B', price: '2.50', stock_qty: 2.0, is_available: 1 },
    });
    expect(item.json).toMatchObject({ price: 2.5, stock_qty: 2, is_available: true });
    const order = await door.send('POST', '/api/v1/orders', { body: { items: [{ item_id: item.json.id, quantity: '2', addon_ids: [] }] } });
    expect([order.status, order.json.detail]).toEqual([400, expect.stringContaining('not available')]);
    expect((await door.send('POST', '/api/v1/categories', { body: { name: 5 } })).json.detail[0].type).toBe('string_type');
    const discount = await door.send('POST', '/api/v1/discounts', { body: { name: 'D', value: '12.5', start_date: 1_780_000_000 } });
    expect(discount.json).toMatchObject({ value: 12.5, start_date: '2026-05-28T20:26:40.000Z' });
  });

  it.each([
    [{ price: 1.005 }, 'decimal_max_places'],
    [{ price: '1.005' }, 'decimal_max_places'],
    [{ price: 'abc' }, 'float_parsing'],
    [{ price: [] }, 'float_type'],
    [{ price: -1 }, 'greater_than'],
    [{ price: 0 }, 'greater_than'],
    [{ price: 1e15 }, /./],
    [{ price: '1e400' }, /./],
    [{ stock_qty: 1.5 }, 'int_from_float'],
    [{ stock_qty: '1.5' }, 'int_parsing'],
    [{ stock_qty: -2 }, 'greater_than_equal'],
    [{ stock_qty: 1e30 }, /./],
    [{ is_available: 'maybe' }, 'bool_parsing'],
    [{ is_available: null }, /^bool/],
    [{ name: null }, 'string_type'],
    [{ name: '   ' }, 'string_too_short'],
    [{ name: 'x'.repeat(201) }, 'string_too_long'],
  ])('refuses an item with %j', async (fault, type) => {
    const door = await openHttpDoor();
    const { json } = await door.send('POST', '/api/v1/categories', { body: { name: 'C' } });
    await changingNothing(door, async () => {
      const answer = await door.send('POST', '/api/v1/items', { body: { category_id: json.id, name: 'x', price: 1, ...fault } });
      expect(answer.status).toBe(422);
      expect(new Set(answer.json.detail.map((issue: { loc: string[] }) => issue.loc.join('.')))).toEqual(
        new Set([`body.${Object.keys(fault)[0]}`]),
      );
      expect(answer.json.detail[0].type).toMatch(type instanceof RegExp ? type : new RegExp(`^${type}$`));
    });
  });

  it('refuses 1e999, which JSON reads as infinity', async () => {
    const door = await openHttpDoor();
    const answer = await door.send('POST', '/api/v1/addons', { raw: '{"name":"x","price":1e999}', headers: JSON_HEADERS });
    expect([answer.status, answer.json.detail[0].type]).toEqual([422, 'finite_number']);
  });

  it('takes the last of a parameter that is given twice, and a plus as a space', async () => {
    const door = await openHttpDoor();
    await door.send('POST', '/api/v1/categories', { body: { name: 'Hot drinks' } });
    expect((await door.send('GET', '/api/v1/categories?per_page=5&per_page=7&search=hot+d')).json).toMatchObject({ per_page: 7, total: 1 });
    expect((await door.send('GET', '/api/v1/categories?page=abc')).json.detail).toEqual([
      { type: 'int_parsing', loc: ['query', 'page'], msg: expect.any(String), input: 'abc' },
    ]);
    expect((await door.send('GET', '/api/v1/categories?page=')).status).toBe(422);
    expect((await door.send('GET', '/api/v1/categories?is_active=maybe&unknown=1')).json.detail).toMatchObject([
      { type: 'bool_parsing', input: 'maybe' },
    ]);
  });
});

describe('addresses', () => {
  it.each(['99999999999999999999', '-99999999999999999999', '9'.repeat(2000)])('the id %s names nothing', async (id) => {
    const door = await openHttpDoor();
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['PATCH', ''],
    ] as const) {
      const answer = await door.send(method, `/api/v1/items/${id}${path}`, method === 'PATCH' ? { body: { name: 'x' } } : {});
      expect([answer.status, answer.json.detail]).toEqual([404, `Item with id ${id} not found`]);
    }
  });

  it.each(['abc', '1.5', '1e3', '0x1', '%00', '1%2F2', 'NaN', '__proto__'])('the id %s is no number', async (id) => {
    const door = await openHttpDoor();
    const answer = await door.send('GET', `/api/v1/items/${id}`);
    expect([answer.status, answer.json.detail[0].type]).toEqual([422, 'int_parsing']);
  });

  it('unknown routes are 404, wrong methods 405 with what there is', async () => {
    const door = await openHttpDoor();
    await changingNothing(door, async () => {
      for (const path of ['/api/v1/nope', '/api/v2/items', '/nope', '/api/v1/items/1/2/3', '/%', '//evil.example/', '/api/v1/nope/']) {
        const answer = await door.send('GET', path);
        expect([path, answer.status, answer.json.detail]).toEqual([path, 404, 'Not Found']);
        expect(answer.headers.get('x-process-time-ms')).not.toBeNull();
      }
      const cases: [string, string, string][] = [
        ['PUT', '/api/v1/categories/1', 'DELETE, GET, PATCH'],
        ['DELETE', '/api/v1/categories', 'GET, POST'],
        ['POST', '/health', 'GET'],
        ['GET', '/api/v1/orders/1/status', 'PATCH'],
        ['HEAD', '/api/v1/items', 'GET, POST'],
        ['OPTIONS', '/api/v1/items', 'GET, POST'],
        ['POST', '/api/v1/events', 'GET'],
      ];
      for (const [method, path, allow] of cases) {
        const answer = await door.send(method, path);
        expect([method, path, answer.status, answer.headers.get('allow')]).toEqual([method, path, 405, allow]);
        expect(answer.json?.detail).toBe(method === 'HEAD' ? undefined : 'Method Not Allowed');
      }
    });
  });

  it('a slash too many is sent on, on every path', async () => {
    const door = await openHttpDoor();
    for (const [, op] of allOperations()) {
      const path = op.url.replace(/\{\w+\}/g, '1');
      const answer = await door.send(op.method, `${path}/?page=2`, op.hasBody ? { body: {} } : {});
      expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 307, `${path}?page=2`]);
    }
  });

  it('leads to the documents and the screens', async () => {
    const door = await openHttpDoor();
    const to = async (path: string, accept: string) => {
      const answer = await door.send('GET', path, { headers: { accept }, key: null });
      return [answer.status, answer.headers.get('location')];
    };
    expect(await to('/', '*/*')).toEqual([307, '/docs']);
    expect(await to('/', 'text/html,application/xhtml+xml')).toEqual([307, '/app/']);
    expect(await to('/redoc', '*/*')).toEqual([307, '/docs']);
    expect(await to('/docs/', '*/*')).toEqual([307, '/docs']);
    expect(await to('/app', '*/*')).toEqual([307, '/app/']);
  });

  it('answers even what is not HTTP', async () => {
    const door = await openHttpDoor();
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(door.server.port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
    expect(answer).toContain('{"detail":"Bad Request"');
  });
});
