import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../src/contract/index.ts';
import { type Operation, operation } from '../../src/contract/operation.ts';
import { money, moneyOut, rate } from '../../src/contract/primitives.ts';
import { decodeInput, decodeOutput, encodeInput, encodeOutput, requestOf } from '../../src/contract/wire.ts';
import { MAX_MONEY, parseDecimal } from '../../src/domain/money.ts';

const of = (name: keyof typeof contract): Operation => contract[name];

/** Every place in which a schema can hide an amount. */
const nested = operation({
  method: 'POST',
  url: '/nested/{id}',
  kind: 'command',
  tag: 'Test',
  permission: 'public',
  summary: 'Test',
  path: { id: z.int() },
  query: { least: money().optional(), flag: z.boolean().optional() },
  body: {
    amount: money({ gt: 0 }),
    maybe: money().nullable().default(null),
    share: rate().optional(),
    many: z.array(money()).max(3).optional(),
    lines: z.array(z.object({ price: money(), tax: z.object({ rate: rate(), amounts: z.record(z.string(), money()) }) })).optional(),
    either: z
      .union([z.object({ kind: z.literal('cash'), tendered: money() }), z.object({ kind: z.literal('card'), reference: z.string() })])
      .optional(),
    pair: z.tuple([money(), z.string()]).optional(),
    count: z.int().optional(),
    percent: z.number().optional(),
    at: z.string().meta({ wire: 'instant' }).optional(),
  },
  output: z.object({
    total: moneyOut(),
    none: moneyOut().nullable(),
    rate: rate(),
    plain: z.number(),
    either: z.union([
      z.object({ kind: z.literal('cash'), tendered: moneyOut() }),
      z.object({ kind: z.literal('card'), reference: z.string() }),
    ]),
    lines: z.array(z.object({ price: moneyOut() })),
  }),
}) as unknown as Operation;

describe('answers', () => {
  const inside = {
    total: 594,
    none: null,
    rate: 88_750,
    plain: 12.34,
    either: { kind: 'cash', tendered: 1000 },
    lines: [{ price: 1 }, { price: -250 }],
  };
  const wire = {
    total: 5.94,
    none: null,
    rate: 0.08875,
    plain: 12.34,
    either: { kind: 'cash', tendered: 10 },
    lines: [{ price: 0.01 }, { price: -2.5 }],
  };

  it('carries amounts and rates as decimals, wherever they are, and nothing else', () => {
    expect(encodeOutput(nested, inside, 2)).toEqual(wire);
    expect(decodeOutput(nested, wire, 2)).toEqual(inside);
    expect(inside.total).toBe(594);
  });

  it('leaves an answer without amounts as it is', () => {
    const value = { message: 'Item 1 deleted successfully', success: true };
    expect(encodeOutput(of('items.delete'), value, 2)).toBe(value);
  });

  property.prop([fc.integer({ min: -MAX_MONEY, max: MAX_MONEY }), fc.constantFrom(0, 2, 3)])(
    'brings any amount back exactly',
    (minor, decimals) => {
      const sent = JSON.parse(JSON.stringify(encodeOutput(of('addons.get'), { price: minor }, decimals))) as { price: number };
      expect(String(sent.price).replace(/^.*?(\.|$)/, '').length).toBeLessThanOrEqual(decimals);
      expect(decodeOutput(of('addons.get'), sent, decimals)).toEqual({ price: minor });
    },
  );
});

describe('inputs', () => {
  it('travel in path, query and body and come back the same', () => {
    const input = {
      id: 7,
      least: 150,
      amount: 1999,
      maybe: 5,
      share: 80_000,
      many: [1, 2],
      count: 3,
      percent: 2.5,
      lines: [{ price: 5, tax: { rate: 250_000, amounts: { a: 1 } } }],
      either: { kind: 'cash', tendered: 2000 },
      pair: [5, 'x'],
    };
    const wire = encodeInput(nested, input, 2);
    expect(wire.path).toEqual({ id: '7' });
    expect(wire.query).toEqual({ least: '1.5' });
    expect(wire.body).toMatchObject({
      amount: 19.99,
      share: 0.08,
      many: [0.01, 0.02],
      pair: [0.05, 'x'],
      either: { tendered: 20 },
      lines: [{ price: 0.05, tax: { rate: 0.25, amounts: { a: 0.01 } } }],
    });
    expect(decodeInput(nested, wire, 2)).toEqual(input);
  });

  it('make a request', () => {
    expect(requestOf(of('items.list'), { search: 'a&b', min_price: 250, page: 2, category_id: undefined }, 2)).toEqual({
      method: 'GET',
      url: '/api/v1/items?search=a%26b&min_price=2.5&page=2',
    });
    expect(requestOf(of('shifts.close'), { shift_id: 3, closing_cash: 41_235 }, 2)).toEqual({
      method: 'PATCH',
      url: '/api/v1/shifts/3/close',
      body: '{"closing_cash":412.35}',
    });
    expect(requestOf(of('customers.update'), { customer_id: 3, phone: null }, 2).body).toBe('{"phone":null}');
  });

  property.prop([fc.integer({ min: 0, max: MAX_MONEY }), fc.constantFrom(0, 2, 3)])(
    'keep any amount, as a number and as text',
    (minor, decimals) => {
      const sent = encodeInput(of('addons.create'), { name: 'x', price: minor }, decimals).body as { price: number };
      expect(decodeInput(of('addons.create'), { body: sent }, decimals)).toEqual({ name: 'x', price: minor });
      expect(decodeInput(of('addons.create'), { body: { price: String(sent.price) } }, decimals)).toEqual({ price: minor });
    },
  );

  property.prop([fc.double({ noNaN: true }), fc.constantFrom(0, 2, 3)])(
    'read any number just as parseDecimal does, or leave it unusable',
    (value, decimals) => {
      const { price } = decodeInput(of('addons.create'), { body: { price: value } }, decimals) as { price: number };
      const exact = parseDecimal(value, decimals);
      if (exact === null) expect(of('addons.create').input.safeParse({ name: 'x', price }).success).toBe(false);
      else expect(price).toBe(exact);
    },
  );
});

describe('coercion', () => {
  const read = (body: object) => decodeInput(nested, { body }, 2);

  it('reads numeric text, 2.0 and booleans as numbers', () => {
    expect(read({ count: ' 12 ' })).toEqual({ count: 12 });
    expect(read({ count: '3.0' })).toEqual({ count: 3 });
    expect(read({ count: '+5' })).toEqual({ count: 5 });
    expect(read({ count: true })).toEqual({ count: 1 });
    expect(read({ percent: '2.50' })).toEqual({ percent: 2.5 });
    expect(read({ amount: '2.50' })).toEqual({ amount: 250 });
    expect(read({ share: '0.08' })).toEqual({ share: 80_000 });
    expect(read({ at: 1_780_000_000 })).toEqual({ at: '1780000000' });
  });

  it.each(['abc', '', '1.5', '0x10', '1,5', null])('leaves %j for a whole number as it is', (count) => {
    expect(read({ count })).toEqual({ count });
  });

  it.each(['inf', '-Infinity', 'nan', '1e999', ''])('leaves %j for a number as it is', (percent) => {
    expect(read({ percent })).toEqual({ percent });
  });

  it.each([1.005, 'abc', '1.005', Number.POSITIVE_INFINITY, Number.NaN, 1e20, 123_456_789_012_345, '1e400', [], {}])(
    'makes nothing of the amount %j that its schema would take',
    (amount) => {
      expect(nested.input.shape.amount?.safeParse(read({ amount }).amount).success).toBe(false);
    },
  );

  it.each([
    ['true', true],
    ['YES', true],
    ['on', true],
    ['t', true],
    ['Y', true],
    ['1', true],
    [1, true],
    ['false', false],
    ['No', false],
    ['off', false],
    ['f', false],
    ['n', false],
    ['0', false],
    [0, false],
    ['maybe', 'maybe'],
    ['', ''],
    [2, 2],
  ])('reads the boolean word %j', (flag, value) => {
    expect(decodeInput(nested, { query: { flag } }, 2)).toEqual({ flag: value });
  });

  it('takes only what is declared, where it is declared', () => {
    const body = JSON.parse('{"__proto__":{"amount":1},"constructor":2,"id":9,"least":5,"amount":1}') as object;
    expect(decodeInput(nested, { path: { id: '1' }, body }, 2)).toEqual({ id: 1, amount: 100 });
    expect(decodeInput(nested, { body: [1, 2] }, 2)).toEqual({});
    expect(decodeInput(nested, { body: 'text' }, 2)).toEqual({});
  });

  it('does not look at more elements than are needed to refuse a list', () => {
    expect((read({ many: Array.from({ length: 100_000 }, () => 1) }).many as unknown[]).length).toBe(4);
  });
});
