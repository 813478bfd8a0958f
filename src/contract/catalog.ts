import { z } from 'zod';
import { operation } from './operation.ts';
import { deleted, instantOut, money, moneyOut, name, pageOf, paging, pathId, reference, text } from './primitives.ts';

export const category = z.object({
  id: z.int(),
  name: z.string(),
  description: z.string().nullable(),
  display_order: z.int(),
  is_active: z.boolean(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Category = z.infer<typeof category>;

export const item = z.object({
  id: z.int(),
  category_id: z.int(),
  category_name: z.string().nullable(),
  category: z.object({ id: z.int(), name: z.string() }),
  name: z.string(),
  description: z.string().nullable(),
  price: moneyOut(),
  image_url: z.string().nullable(),
  is_available: z.boolean(),
  /** -1 = unlimited. */
  stock_qty: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Item = z.infer<typeof item>;

export const addon = z.object({
  id: z.int(),
  name: z.string(),
  price: moneyOut(),
  is_available: z.boolean(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Addon = z.infer<typeof addon>;

const order = z.int().min(0).max(1_000_000_000);
const stock = z.int().min(-1).max(1_000_000_000);
const search = z.string().max(500).optional();

export const catalogOperations = {
  'categories.create': operation({
    method: 'POST', url: '/api/v1/categories', kind: 'command', tag: 'Categories', permission: 'menu.manage', status: 201,
    summary: 'Add a category', errors: ['already_exists'],
    body: { name: name(100), description: text().default(null), display_order: order.default(0), is_active: z.boolean().default(true) },
    output: category,
  }),
  'categories.list': operation({
    method: 'GET', url: '/api/v1/categories', kind: 'query', tag: 'Categories', permission: 'menu.view',
    summary: 'Categories by display order and name',
    query: { is_active: z.boolean().optional(), search, ...paging },
    output: pageOf(category),
  }),
  'categories.get': operation({
    method: 'GET', url: '/api/v1/categories/{category_id}', kind: 'query', tag: 'Categories', permission: 'menu.view',
    summary: 'One category', errors: ['not_found'], entity: 'Category', path: { category_id: pathId() }, output: category,
  }),
  'categories.update': operation({
    method: 'PATCH', url: '/api/v1/categories/{category_id}', kind: 'command', tag: 'Categories', permission: 'menu.manage',
    summary: 'Change the fields that are sent', errors: ['not_found', 'already_exists'], entity: 'Category',
    path: { category_id: pathId() },
    body: {
      name: name(100).optional(), description: text().optional(), display_order: order.optional(), is_active: z.boolean().optional(),
    },
    output: category,
  }),
  'categories.delete': operation({
    method: 'DELETE', url: '/api/v1/categories/{category_id}', kind: 'command', tag: 'Categories', permission: 'menu.manage',
    summary: 'Delete a category that has no items', errors: ['not_found', 'category_not_empty'], entity: 'Category',
    path: { category_id: pathId() }, output: deleted,
  }),

  'items.create': operation({
    method: 'POST', url: '/api/v1/items', kind: 'command', tag: 'Items', permission: 'menu.manage', status: 201,
    summary: 'Add an item', errors: ['not_found'],
    body: {
      category_id: reference(), name: name(200), description: text().default(null), price: money({ gt: 0 }),
      image_url: text(500).default(null), is_available: z.boolean().default(true), stock_qty: stock.default(-1),
    },
    output: item,
  }),
  'items.list': operation({
    method: 'GET', url: '/api/v1/items', kind: 'query', tag: 'Items', permission: 'menu.view', summary: 'Items by name',
    query: {
      category_id: z.int().optional(), is_available: z.boolean().optional(), search,
      min_price: money().optional(), max_price: money().optional(), ...paging,
    },
    output: pageOf(item),
  }),
  'items.get': operation({
    method: 'GET', url: '/api/v1/items/{item_id}', kind: 'query', tag: 'Items', permission: 'menu.view', summary: 'One item',
    errors: ['not_found'], entity: 'Item', path: { item_id: pathId() }, output: item,
  }),
  'items.update': operation({
    method: 'PATCH', url: '/api/v1/items/{item_id}', kind: 'command', tag: 'Items', permission: 'menu.manage',
    summary: 'Change the fields that are sent', errors: ['not_found'], entity: 'Item',
    path: { item_id: pathId() },
    body: {
      category_id: z.int().gt(0).optional(), name: name(200).optional(), description: text().optional(),
      price: money({ gt: 0 }).optional(), image_url: text().optional(), is_available: z.boolean().optional(),
      stock_qty: stock.optional(),
    },
    output: item,
  }),
  'items.delete': operation({
    method: 'DELETE', url: '/api/v1/items/{item_id}', kind: 'command', tag: 'Items', permission: 'menu.manage',
    summary: 'Delete an item that was never sold', errors: ['not_found', 'in_use'], entity: 'Item',
    path: { item_id: pathId() }, output: deleted,
  }),

  'addons.create': operation({
    method: 'POST', url: '/api/v1/addons', kind: 'command', tag: 'Add-ons', permission: 'menu.manage', status: 201,
    summary: 'Add an add-on', errors: ['already_exists'],
    body: { name: name(100), price: money(), is_available: z.boolean().default(true) },
    output: addon,
  }),
  'addons.list': operation({
    method: 'GET', url: '/api/v1/addons', kind: 'query', tag: 'Add-ons', permission: 'menu.view', summary: 'Add-ons by name',
    query: { is_available: z.boolean().optional(), search, ...paging },
    output: pageOf(addon),
  }),
  'addons.get': operation({
    method: 'GET', url: '/api/v1/addons/{addon_id}', kind: 'query', tag: 'Add-ons', permission: 'menu.view',
    summary: 'One add-on', errors: ['not_found'], entity: 'Addon', path: { addon_id: pathId() }, output: addon,
  }),
  'addons.update': operation({
    method: 'PATCH', url: '/api/v1/addons/{addon_id}', kind: 'command', tag: 'Add-ons', permission: 'menu.manage',
    summary: 'Change the fields that are sent', errors: ['not_found', 'already_exists'], entity: 'Addon',
    path: { addon_id: pathId() },
    body: { name: name(100).optional(), price: money().optional(), is_available: z.boolean().optional() },
    output: addon,
  }),
  'addons.delete': operation({
    method: 'DELETE', url: '/api/v1/addons/{addon_id}', kind: 'command', tag: 'Add-ons', permission: 'menu.manage',
    summary: 'Delete an add-on that was never sold', errors: ['not_found', 'in_use'], entity: 'Addon',
    path: { addon_id: pathId() }, output: deleted,
  }),
};
