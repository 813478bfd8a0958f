import { expect } from 'vitest';
import type { Door, DoorAnswer } from './doors.ts';

/** Sends and answers the body; any other status fails the test with what came instead. */
export const send = async (door: Door, method: string, path: string, body?: unknown, status = method === 'POST' ? 201 : 200) => {
  const answer = await door.send(method, `/api/v1${path}`, body);
  expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBe(status);
  return answer.body;
};

/** Expects a refusal with this status and text. */
export const refuses = async (door: Door, method: string, path: string, body: unknown, status: number, detail: string | RegExp) => {
  const answer = await door.send(method, `/api/v1${path}`, body);
  expect([answer.status, answer.body.detail]).toEqual([status, typeof detail === 'string' ? detail : expect.stringMatching(detail)]);
};

/** The essence of a 422: where and of which type, in order. */
export const faults = (answer: DoorAnswer): [string, string][] => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(422);
  return answer.body.detail.map((issue: { loc: unknown[]; type: string; msg: unknown }) => {
    expect(issue.msg).toEqual(expect.any(String));
    return [issue.loc.join('.'), issue.type];
  });
};

/** Everything that a refused call must leave as it was. */
export const snapshot = (door: Door): unknown =>
  [
    'categories',
    'items',
    'addons',
    'customers',
    'discounts',
    'orders',
    'order_lines',
    'shifts',
    'expenses',
    'stock_movements',
    'audit_log',
    'settings',
    'idempotency_keys',
  ]
    .filter((table) => door.pos.database.row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [table]))
    .map((table) => [table, door.pos.database.rows(`SELECT * FROM ${table}`)]);

/** A small menu made through the API. Prices as the API speaks them. */
export const makeMenu = async (door: Door) => {
  const drinks = await send(door, 'POST', '/categories', { name: 'Drinks', display_order: 1 });
  const bakery = await send(door, 'POST', '/categories', { name: 'Bakery', display_order: 2 });
  const latte = await send(door, 'POST', '/items', { category_id: drinks.id, name: 'Latte', price: 4.5 });
  const cake = await send(door, 'POST', '/items', { category_id: bakery.id, name: 'Cake', price: 5.15, stock_qty: 5 });
  const shot = await send(door, 'POST', '/addons', { name: 'Extra shot', price: 0.75 });
  const oat = await send(door, 'POST', '/addons', { name: 'Oat milk', price: 0.6 });
  const ten = await send(door, 'POST', '/discounts', { name: 'Ten', value: 10 });
  const two = await send(door, 'POST', '/discounts', { name: 'Two off', type: 'flat', value: 2 });
  const ann = await send(door, 'POST', '/customers', { name: 'Ann Berg', phone: '555-0101', email: 'ann@example.org' });
  return { drinks, bakery, latte, cake, shot, oat, ten, two, ann };
};
export type Menu = Awaited<ReturnType<typeof makeMenu>>;
