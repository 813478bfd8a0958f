import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { createItem, updateItem } from './items.ts';
import { wasteStock } from './returned-goods.ts';

export { moveStock, returnStock } from './ledger.ts';
export { giveBackStock } from './returned-goods.ts';

export const stockHandlers: ModuleHandlers = {
  commands: { 'items.create': createItem, 'items.update': updateItem, 'stock.waste': wasteStock },
};
