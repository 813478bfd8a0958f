import { z } from 'zod';
import { operation } from './operation.ts';
import { order } from './orders.ts';
import { deleted, ifVersion, instantOut, moneyOut, name, pageOf, paging, pathId, reference, sorting, textOrNull } from './primitives.ts';

export const customer = z.object({
  id: z.int(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Orders neither cancelled nor deleted. */
  total_orders: z.int(),
  total_spent: moneyOut(),
  /** When they last ordered. */
  last_order_at: instantOut().nullable(),
  /** Since when nothing personal is kept of them. */
  anonymised_at: instantOut().nullable(),
  created_at: instantOut(),
  updated_at: instantOut(),
  version: z.int(),
});
export type Customer = z.infer<typeof customer>;

/** A customer who may be the same person, and why it looks so. */
export const likeness = z.object({ customer, same: z.array(z.enum(['phone', 'email', 'name'])).min(1) });
export type Likeness = z.infer<typeof likeness>;

export const customerOperations = {
  'customers.create': operation({
    method: 'POST',
    url: '/api/v1/customers',
    kind: 'command',
    tag: 'Customers',
    permission: 'customers.manage',
    status: 201,
    summary: 'Add a customer',
    errors: ['already_exists'],
    body: { name: name(200), phone: textOrNull(20).default(null), email: textOrNull(200).default(null) },
    output: customer,
  }),
  'customers.list': operation({
    method: 'GET',
    url: '/api/v1/customers',
    kind: 'query',
    tag: 'Customers',
    permission: 'customers.view',
    summary: 'Customers, by name unless told',
    worker: true,
    query: {
      search: z.string().max(500).optional(),
      ...sorting(['name', 'created_at', 'last_order_at', 'total_orders', 'total_spent']),
      ...paging,
    },
    output: pageOf(customer),
  }),
  'customers.get': operation({
    method: 'GET',
    url: '/api/v1/customers/{customer_id}',
    kind: 'query',
    tag: 'Customers',
    permission: 'customers.view',
    summary: 'One customer',
    errors: ['not_found'],
    entity: 'Customer',
    path: { customer_id: pathId() },
    output: customer,
  }),
  'customers.orders': operation({
    method: 'GET',
    url: '/api/v1/customers/{customer_id}/orders',
    kind: 'query',
    tag: 'Customers',
    permission: 'customers.view',
    summary: "All of a customer's orders, oldest first",
    errors: ['not_found'],
    entity: 'Customer',
    path: { customer_id: pathId() },
    output: z.array(order),
  }),
  'customers.update': operation({
    method: 'PATCH',
    url: '/api/v1/customers/{customer_id}',
    kind: 'command',
    tag: 'Customers',
    permission: 'customers.manage',
    summary: 'Change the fields that are sent',
    errors: ['not_found', 'already_exists', 'customer_anonymised', 'stale'],
    entity: 'Customer',
    path: { customer_id: pathId() },
    body: { name: name(200).optional(), phone: textOrNull(20).optional(), email: textOrNull(200).optional(), ...ifVersion },
    output: customer,
  }),
  'customers.delete': operation({
    method: 'DELETE',
    url: '/api/v1/customers/{customer_id}',
    kind: 'command',
    tag: 'Customers',
    permission: 'customers.delete',
    summary: 'Delete a customer; their orders stay',
    errors: ['not_found', 'stale'],
    entity: 'Customer',
    path: { customer_id: pathId() },
    query: ifVersion,
    output: deleted,
  }),
  'customers.profile': operation({
    method: 'GET',
    url: '/api/v1/customers/{customer_id}/profile',
    kind: 'query',
    tag: 'Customers',
    permission: 'customers.view',
    worker: true,
    summary: 'What a customer bought, and who may be the same person',
    errors: ['not_found'],
    entity: 'Customer',
    path: { customer_id: pathId() },
    output: z.object({
      customer,
      first_order_at: instantOut().nullable(),
      avg_order_value: moneyOut(),
      cancelled_orders: z.int(),
      favourite_items: z.array(z.object({ item_id: z.int(), item_name: z.string(), quantity: z.int() })),
      likely_same: z.array(likeness),
    }),
  }),
  'customers.duplicates': operation({
    method: 'GET',
    url: '/api/v1/customer-duplicates',
    kind: 'query',
    tag: 'Customers',
    permission: 'customers.delete',
    worker: true,
    summary: 'Customers who share a phone, an e-mail or a name, each group with the oldest first',
    query: { ...paging },
    output: pageOf(z.object({ same: z.array(z.enum(['phone', 'email', 'name'])), customers: z.array(customer).min(2) })),
  }),
  'customers.merge': operation({
    method: 'POST',
    url: '/api/v1/customers/{customer_id}/merge',
    kind: 'command',
    tag: 'Customers',
    permission: 'customers.delete',
    summary: 'Make one of two customers: orders and parked tickets of the other become theirs; cannot be undone',
    errors: ['not_found', 'already_exists', 'customer_anonymised'],
    entity: 'Customer',
    path: { customer_id: pathId() },
    body: {
      /** Who goes into the one in the path, and is gone then. */
      merge_id: reference(),
      /** Left out: what the one in the path has, or where that has none, what the other has. */
      name: name(200).optional(),
      phone: textOrNull(20).optional(),
      email: textOrNull(200).optional(),
    },
    output: z.object({ customer, moved_orders: z.int(), moved_tickets: z.int() }),
  }),
  'customers.anonymise': operation({
    method: 'POST',
    url: '/api/v1/customers/{customer_id}/anonymise',
    kind: 'command',
    tag: 'Customers',
    permission: 'customers.delete',
    summary: 'Erase who a customer is, wherever it was copied to; their orders stay without a name; cannot be undone',
    errors: ['not_found', 'customer_anonymised'],
    entity: 'Customer',
    path: { customer_id: pathId() },
    body: { reason: textOrNull(300).default(null) },
    output: z.object({
      /** Null for one who was deleted before. */
      customer: customer.nullable(),
      erased: z.object({ orders: z.int(), tickets: z.int(), papers: z.int(), audit_rows: z.int() }),
    }),
  }),
};
