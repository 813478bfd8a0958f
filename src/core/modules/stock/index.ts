import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { createItem, updateItem } from './items.ts';

export { moveStock, returnStock } from './ledger.ts';

export const stockHandlers: ModuleHandlers = { commands: { 'items.create': createItem, 'items.update': updateItem } };
