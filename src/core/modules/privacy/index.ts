import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { anonymiseCustomer } from './anonymise.ts';

/** What is erased of people. Above all others, because a person is copied to nearly everywhere. */
export const privacyHandlers: ModuleHandlers = { commands: { 'customers.anonymise': anonymiseCustomer } };
