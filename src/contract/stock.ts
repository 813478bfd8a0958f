import { z } from 'zod';
import { operation } from './operation.ts';
import { day, instantOut, money, moneyOut, pageOf, paging, pathId, reference, textOrNull } from './primitives.ts';
import { reason } from './refunds.ts';

/** Why stock moved. */
export const STOCK_REASONS = [
  'opening',
  'sale',
  'cancel',
  'delete',
  'refund',
  'receive',
  'count',
  'adjustment',
  'waste',
  'unlimited',
] as const;
export type StockReason = (typeof STOCK_REASONS)[number];

export const STOCK_STATES = ['tracked', 'low', 'out', 'unlimited'] as const;
const quantity = z.int().gt(0).max(1_000_000);
const counted = z.int().min(0).max(1_000_000_000);
const note = textOrNull(500).default(null);
const shortText = textOrNull(100).default(null);

export const stockLevel = z.object({
  item_id: z.int(),
  item_name: z.string(),
  category_id: z.int(),
  category_name: z.string(),
  is_available: z.boolean(),
  /** -1: not tracked. */
  stock_qty: z.int(),
  state: z.enum(['ok', 'low', 'out', 'unlimited']),
  /** What the last delivery cost for each, where it was told. */
  last_cost: moneyOut().nullable(),
  last_counted_at: instantOut().nullable(),
  updated_at: instantOut(),
});
export type StockLevel = z.infer<typeof stockLevel>;

export const stockMovement = z.object({
  id: z.int(),
  item_id: z.int(),
  item_name: z.string().nullable(),
  /** Into the stock; negative: out of it. */
  quantity: z.int(),
  /** The item's stock after it. */
  balance: z.int(),
  reason: z.enum(STOCK_REASONS),
  note: z.string().nullable(),
  unit_cost: moneyOut().nullable(),
  supplier: z.string().nullable(),
  reference: z.string().nullable(),
  order_id: z.int().nullable(),
  order_number: z.string().nullable(),
  refund_id: z.int().nullable(),
  actor: z.string(),
  created_at: instantOut(),
});
export type StockMovement = z.infer<typeof stockMovement>;

/** What an act left behind. */
export const stockChange = z.object({
  item_id: z.int(),
  item_name: z.string(),
  /** What moved: into the stock, or negative out of it; 0 where nothing had to. */
  quantity: z.int(),
  stock_qty: z.int(),
});

export const stockCount = z.object({
  id: z.int(),
  item_id: z.int(),
  item_name: z.string().nullable(),
  /** What the program said at the moment of counting. */
  seen: z.int(),
  counted: z.int(),
  /** counted - seen. */
  difference: z.int(),
  /** What was sold (or given back: negative) between counting and putting the count in. */
  sold_meanwhile: z.int(),
  stock_qty: z.int(),
  note: z.string().nullable(),
  counted_by: z.string(),
  created_at: instantOut(),
});
export type StockCount = z.infer<typeof stockCount>;

export const stockOperations = {
  'stock.levels': operation({
    method: 'GET',
    url: '/api/v1/stock',
    kind: 'query',
    tag: 'Stock',
    permission: 'stock.view',
    summary: 'What is left of each item, with how many are low and out',
    query: {
      search: z.string().max(500).optional(),
      category_id: z.int().optional(),
      state: z.enum(STOCK_STATES).optional(),
      /** Few is this many or less; left out: the setting low_stock_threshold. */
      threshold: z.int().min(0).max(1_000_000).optional(),
      sort: z.enum(['name', 'stock_qty', 'category']).default('name'),
      order: z.enum(['asc', 'desc']).default('asc'),
      ...paging,
    },
    output: pageOf(stockLevel).extend({
      threshold: z.int(),
      /** Of everything that the search and category find, whatever the state asked for. */
      counts: z.object({ tracked: z.int(), low: z.int(), out: z.int(), unlimited: z.int() }),
    }),
  }),
  'stock.movements': operation({
    method: 'GET',
    url: '/api/v1/stock/movements',
    kind: 'query',
    tag: 'Stock',
    permission: 'stock.view',
    summary: 'What came in and went out, newest first, with the stock after each',
    worker: true,
    query: {
      item_id: z.int().optional(),
      search: z.string().max(500).optional(),
      reason: z.enum(STOCK_REASONS).optional(),
      actor: z.string().max(200).optional(),
      start_date: day().optional(),
      end_date: day().optional(),
      ...paging,
    },
    output: pageOf(stockMovement).extend({ received: z.int(), gone: z.int() }),
  }),
  'stock.counts': operation({
    method: 'GET',
    url: '/api/v1/stock/counts',
    kind: 'query',
    tag: 'Stock',
    permission: 'stock.view',
    summary: 'What was counted, newest first, also where nothing differed',
    query: { item_id: z.int().optional(), search: z.string().max(500).optional(), ...paging },
    output: pageOf(stockCount),
  }),
  'stock.receive': operation({
    method: 'POST',
    url: '/api/v1/stock/receive',
    kind: 'command',
    tag: 'Stock',
    permission: 'stock.manage',
    status: 201,
    summary: 'Put delivered goods into the stock',
    errors: ['not_found', 'unlimited_stock'],
    body: {
      item_id: reference(),
      quantity,
      /** For each piece. */
      unit_cost: money().nullable().default(null),
      supplier: shortText,
      reference: shortText,
      note,
    },
    output: stockChange,
  }),
  'stock.adjust': operation({
    method: 'POST',
    url: '/api/v1/stock/adjust',
    kind: 'command',
    tag: 'Stock',
    permission: 'stock.manage',
    status: 201,
    summary: 'Correct the stock up or down, with the reason',
    errors: ['not_found', 'insufficient_stock', 'unlimited_stock'],
    body: { item_id: reference(), quantity: z.int().min(-1_000_000).max(1_000_000), reason },
    output: stockChange,
  }),
  'stock.track': operation({
    method: 'POST',
    url: '/api/v1/stock/items/{item_id}/tracking',
    kind: 'command',
    tag: 'Stock',
    permission: 'stock.manage',
    summary: 'Begin or stop counting the stock of an item',
    errors: ['not_found'],
    entity: 'Item',
    path: { item_id: pathId() },
    body: { is_tracked: z.boolean(), quantity: counted.default(0), note },
    output: stockChange,
  }),
  'stock.count': operation({
    method: 'POST',
    url: '/api/v1/stock/counts',
    kind: 'command',
    tag: 'Stock',
    permission: 'stock.manage',
    status: 201,
    summary: 'Put in what was counted; what was sold since the counting is not lost',
    errors: ['not_found', 'unlimited_stock'],
    body: {
      lines: z
        .array(
          z.object({
            item_id: reference(),
            counted,
            /** The stock that was shown when this was counted; left out: it was counted just now. */
            seen: counted.optional(),
          }),
        )
        .min(1)
        .max(5000),
      note,
    },
    output: z.object({
      counts: z.array(stockCount),
      /** How many differed, and by how much in all. */
      differing: z.int(),
      surplus: z.int(),
      missing: z.int(),
    }),
  }),
  'stock.waste': operation({
    method: 'POST',
    url: '/api/v1/stock/waste',
    kind: 'command',
    tag: 'Stock',
    permission: 'stock.waste',
    status: 201,
    summary: 'Take spoiled goods out of the stock, with the reason',
    errors: ['not_found', 'insufficient_stock', 'unlimited_stock'],
    body: { item_id: reference(), quantity, reason },
    output: z.object({ item_id: z.int(), item_name: z.string(), quantity: z.int(), reason: z.string(), stock_qty: z.int() }),
  }),
};
