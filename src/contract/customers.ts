import { z } from 'zod';
import { operation } from './operation.ts';
import { order } from './orders.ts';
import { deleted, instantOut, moneyOut, name, pageOf, paging, pathId, textOrNull } from './primitives.ts';

export const customer = z.object({
  id: z.int(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Orders neither cancelled nor deleted. */
  total_orders: z.int(),
  total_spent: moneyOut(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Customer = z.infer<typeof customer>;

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
    summary: 'Customers by name',
    query: { search: z.string().max(500).optional(), ...paging },
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
    errors: ['not_found', 'already_exists'],
    entity: 'Customer',
    path: { customer_id: pathId() },
    body: { name: name(200).optional(), phone: textOrNull(20).optional(), email: textOrNull(200).optional() },
    output: customer,
  }),
  'customers.delete': operation({
    method: 'DELETE',
    url: '/api/v1/customers/{customer_id}',
    kind: 'command',
    tag: 'Customers',
    permission: 'customers.delete',
    summary: 'Delete a customer; their orders stay',
    errors: ['not_found'],
    entity: 'Customer',
    path: { customer_id: pathId() },
    output: deleted,
  }),
};
