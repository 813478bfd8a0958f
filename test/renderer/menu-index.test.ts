import { expect, test } from 'vitest';
import type { Category, Item } from '../../src/contract/catalog.ts';
import { itemByCode, makeMenu, placeItems, searchMenu } from '../../src/renderer/features/menu/menu-index.ts';

const stamps = { created_at: '2026-01-01T00:00:00.000Z', updated_at: '2026-01-01T00:00:00.000Z', version: 1 };
const category = (id: number, name: string, more: Partial<Category> = {}): Category => ({
  id,
  name,
  description: null,
  display_order: id,
  is_active: true,
  ...stamps,
  ...more,
});
const item = (id: number, name: string, category_id = 1, more: Partial<Item> = {}): Item => ({
  id,
  name,
  category_id,
  category_name: 'Drinks',
  category: { id: category_id, name: 'Drinks' },
  description: null,
  price: 300,
  image_url: null,
  is_available: true,
  stock_qty: -1,
  ...stamps,
  ...more,
});
const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);

const menu = makeMenu(
  [category(1, 'Drinks'), category(2, 'Closed', { is_active: false }), category(3, 'Food')],
  [
    item(1, 'Café au lait'),
    item(2, 'Flat White'),
    item(3, 'White Tea'),
    item(4, 'Toast', 3),
    item(5, 'Old', 2),
    item(6, 'Off', 1, { is_available: false }),
  ],
  [
    { id: 1, name: 'Oat', price: 60, is_available: true, ...stamps },
    { id: 2, name: 'Gone', price: 60, is_available: false, ...stamps },
  ],
);

test('only what can be sold is shown: switched-off items, add-ons and categories are not', () => {
  expect(names(menu.items)).toEqual(['Café au lait', 'Flat White', 'White Tea', 'Toast']);
  expect(names(menu.categories)).toEqual(['Drinks', 'Food']);
  expect(menu.categories.map(({ count }) => count)).toEqual([3, 1]);
  expect(names(menu.addons)).toEqual(['Oat']);
});

test('search finds without accents and case, names that begin with it first, then words, and wants every word', () => {
  expect(names(searchMenu(menu, 'cafe'))).toEqual(['Café au lait']);
  expect(names(searchMenu(menu, 'WHI'))).toEqual(['White Tea', 'Flat White']);
  expect(names(searchMenu(menu, 'white fl'))).toEqual(['Flat White']);
  expect(names(searchMenu(menu, 'xyz'))).toEqual([]);
  expect(searchMenu(menu, '  ')).toBe(menu.items);
});

test('a code is an item number that can be sold, nothing else', () => {
  expect(itemByCode(menu, '2')?.name).toBe('Flat White');
  expect(itemByCode(menu, ' 4 ')?.name).toBe('Toast');
  for (const code of ['6', '99', '2a', '', '-2', '2.0']) expect(itemByCode(menu, code)).toBeNull();
});

test('fresh rows take their place, deleted ones go, new and renamed ones are sorted in', () => {
  const rows = [item(1, 'A'), item(2, 'B'), item(3, 'C')];
  const sold = item(2, 'B', 1, { stock_qty: 4 });
  expect(placeItems(rows, new Map([[2, sold]]))[1]).toBe(sold);
  expect(names(placeItems(rows, new Map([[2, null]])))).toEqual(['A', 'C']);
  expect(names(placeItems(rows, new Map([[4, item(4, 'Ab')]])))).toEqual(['A', 'Ab', 'B', 'C']);
  expect(names(placeItems(rows, new Map([[1, item(1, 'Z')]])))).toEqual(['B', 'C', 'Z']);
});
