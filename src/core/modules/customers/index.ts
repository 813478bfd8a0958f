import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { createCustomer, deleteCustomer, getCustomer, updateCustomer } from './customers.ts';
import { listDuplicates } from './likeness.ts';
import { listCustomers } from './listing.ts';
import { mergeCustomers } from './merging.ts';
import { customerProfile } from './profile.ts';

export { listCustomers } from './listing.ts';
export { customerRow, customerSearchText, refuseAnonymised, requireCustomer, toCustomer } from './customers.ts';

/** `customers.orders` lives in orders, `customers.anonymise` in privacy. */
export const customerHandlers = {
  queries: {
    'customers.list': listCustomers,
    'customers.get': getCustomer,
    'customers.profile': customerProfile,
    'customers.duplicates': listDuplicates,
  },
  commands: {
    'customers.create': createCustomer,
    'customers.update': updateCustomer,
    'customers.delete': deleteCustomer,
    'customers.merge': mergeCustomers,
  },
} satisfies ModuleHandlers;
