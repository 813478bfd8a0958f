import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { createAddon, deleteAddon, getAddon, listAddons, switchAddons, updateAddon } from './addons.ts';
import { createCategory, deleteCategory, getCategory, listCategories, reorderCategories, updateCategory } from './categories.ts';
import { deleteItem, getItem, listItems } from './items.ts';

export { listAddons } from './addons.ts';
export { listCategories } from './categories.ts';
export { changeItem, insertItem, itemSearchText, listItems, readItem } from './items.ts';

/** `items.create` and `items.update` live in stock: they also write its movements. */
export const catalogHandlers: ModuleHandlers = {
  queries: {
    'categories.list': listCategories,
    'categories.get': getCategory,
    'items.list': listItems,
    'items.get': getItem,
    'addons.list': listAddons,
    'addons.get': getAddon,
  },
  commands: {
    'categories.create': createCategory,
    'categories.update': updateCategory,
    'categories.reorder': reorderCategories,
    'categories.delete': deleteCategory,
    'items.delete': deleteItem,
    'addons.create': createAddon,
    'addons.update': updateAddon,
    'addons.switch': switchAddons,
    'addons.delete': deleteAddon,
  },
};
