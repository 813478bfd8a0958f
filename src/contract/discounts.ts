import { z } from 'zod';
import { DISCOUNT_TYPES } from '../domain/discount.ts';
import { operation } from './operation.ts';
import { deleted, ifVersion, instantIn, instantOut, name, pageOf, paging, pathId, rowsToSwitch, sorting, switched } from './primitives.ts';

/** Percent (10 = 10%) or an amount of the shop's currency as people write it (2.5), by type. The same on every door. */
const value = z.number().gt(0).max(1_000_000_000);
const type = z.enum(DISCOUNT_TYPES);

/** Happy hours on the shop's clock; `to` before `from` runs past midnight. 0 = Sunday. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const weeklyWindow = z.object({ weekdays: z.array(z.int().min(0).max(6)).min(1).max(7), from: clockTime, to: clockTime });
const windows = z.array(weeklyWindow).min(1).max(20).nullable();

export const discount = z.object({
  id: z.int(),
  name: z.string(),
  type,
  value: z.number(),
  is_active: z.boolean(),
  needs_reason: z.boolean(),
  weekly_windows: z.array(weeklyWindow).nullable(),
  start_date: instantOut().nullable(),
  end_date: instantOut().nullable(),
  created_at: instantOut(),
  updated_at: instantOut(),
  /** Goes up with every change of the row. */
  version: z.int(),
});
export type Discount = z.infer<typeof discount>;

export const discountOperations = {
  'discounts.create': operation({
    method: 'POST',
    url: '/api/v1/discounts',
    kind: 'command',
    tag: 'Discounts',
    permission: 'discounts.manage',
    status: 201,
    summary: 'Add a discount',
    body: {
      name: name(200),
      type: type.default('percentage'),
      value,
      is_active: z.boolean().default(true),
      start_date: instantIn().nullable().default(null),
      end_date: instantIn().nullable().default(null),
      needs_reason: z.boolean().default(false),
      weekly_windows: windows.default(null),
    },
    output: discount,
  }),
  'discounts.list': operation({
    method: 'GET',
    url: '/api/v1/discounts',
    kind: 'query',
    tag: 'Discounts',
    permission: 'discounts.view',
    summary: 'Discounts, newest first',
    query: {
      is_active: z.boolean().optional(),
      search: z.string().max(500).optional(),
      ...sorting(['name', 'type', 'created_at']),
      ...paging,
    },
    output: pageOf(discount),
  }),
  'discounts.get': operation({
    method: 'GET',
    url: '/api/v1/discounts/{discount_id}',
    kind: 'query',
    tag: 'Discounts',
    permission: 'discounts.view',
    summary: 'One discount',
    errors: ['not_found'],
    entity: 'Discount',
    path: { discount_id: pathId() },
    output: discount,
  }),
  'discounts.update': operation({
    method: 'PATCH',
    url: '/api/v1/discounts/{discount_id}',
    kind: 'command',
    tag: 'Discounts',
    permission: 'discounts.manage',
    summary: 'Change the fields that are sent',
    errors: ['not_found', 'stale'],
    entity: 'Discount',
    path: { discount_id: pathId() },
    body: {
      name: name(200).optional(),
      type: type.optional(),
      value: value.optional(),
      is_active: z.boolean().optional(),
      start_date: instantIn().nullable().optional(),
      end_date: instantIn().nullable().optional(),
      needs_reason: z.boolean().optional(),
      weekly_windows: windows.optional(),
      ...ifVersion,
    },
    output: discount,
  }),
  'discounts.switch': operation({
    method: 'POST',
    url: '/api/v1/discounts/switch',
    kind: 'command',
    tag: 'Discounts',
    permission: 'discounts.manage',
    summary: 'Switch discounts on or off together: all of them, or none if one is gone or was changed meanwhile',
    errors: ['not_found', 'stale'],
    entity: 'Discount',
    body: { rows: rowsToSwitch(), is_active: z.boolean() },
    output: switched,
  }),
  'discounts.delete': operation({
    method: 'DELETE',
    url: '/api/v1/discounts/{discount_id}',
    kind: 'command',
    tag: 'Discounts',
    permission: 'discounts.manage',
    summary: 'Delete a discount that was never given',
    errors: ['not_found', 'stale', 'in_use'],
    entity: 'Discount',
    path: { discount_id: pathId() },
    query: ifVersion,
    output: deleted,
  }),
};
