import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { adjustStock, receiveStock, trackStock, wasteStock } from './acts.ts';
import { countStock, listCounts } from './counting.ts';
import { createItem, switchItems, updateItem } from './items.ts';
import { listLevels } from './levels.ts';
import { listMovements } from './movements.ts';

export { listLevels } from './levels.ts';
export { moveStock, returnStock } from './ledger.ts';
export { giveBackStock } from './returned-goods.ts';

export const stockHandlers = {
  queries: { 'stock.levels': listLevels, 'stock.movements': listMovements, 'stock.counts': listCounts },
  commands: {
    'items.create': createItem,
    'items.update': updateItem,
    'items.switch': switchItems,
    'stock.receive': receiveStock,
    'stock.adjust': adjustStock,
    'stock.track': trackStock,
    'stock.count': countStock,
    'stock.waste': wasteStock,
  },
} satisfies ModuleHandlers;
