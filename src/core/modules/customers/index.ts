import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { createCustomer, deleteCustomer, getCustomer, listCustomers, updateCustomer } from './customers.ts';

export { customerSearchText, requireCustomer } from './customers.ts';

/** `customers.orders` lives in orders. */
export const customerHandlers: ModuleHandlers = {
  queries: { 'customers.list': listCustomers, 'customers.get': getCustomer },
  commands: { 'customers.create': createCustomer, 'customers.update': updateCustomer, 'customers.delete': deleteCustomer },
};
