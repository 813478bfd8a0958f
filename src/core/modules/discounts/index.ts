import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { createDiscount, deleteDiscount, getDiscount, listDiscounts, switchDiscounts, updateDiscount } from './discounts.ts';

export { listDiscounts, requireActiveDiscount } from './discounts.ts';

export const discountHandlers: ModuleHandlers = {
  queries: { 'discounts.list': listDiscounts, 'discounts.get': getDiscount },
  commands: {
    'discounts.create': createDiscount,
    'discounts.update': updateDiscount,
    'discounts.switch': switchDiscounts,
    'discounts.delete': deleteDiscount,
  },
};
