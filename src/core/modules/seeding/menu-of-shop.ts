import type { ReadDatabase } from '../../database/database.ts';
import type { DemoCafe, TimeOfDay } from './demo-cafe.ts';

export interface SellableItem {
  readonly id: number;
  readonly name: string;
  readonly categoryId: number;
  readonly categoryName: string;
  readonly price: number;
  readonly isLimited: boolean;
  readonly sells: number;
  readonly when: TimeOfDay;
  readonly addonChance: number;
}

export interface SellableAddon {
  readonly id: number;
  readonly name: string;
  readonly price: number;
}

/** What the shop sells now, with the demo café's habits where the names are its own. */
export interface MenuOfShop {
  readonly items: readonly SellableItem[];
  readonly addons: readonly SellableAddon[];
  readonly discounts: readonly { id: number; name: string; type: 'percentage' | 'flat'; value: number }[];
}

interface ItemRow {
  id: number;
  name: string;
  category_id: number;
  category_name: string;
  price: number;
  stock_qty: number;
}

/** Reads what may be sold. Items that the demo café does not know sell evenly over the day. */
export const readMenu = (db: ReadDatabase, cafe: DemoCafe): MenuOfShop => {
  const habits = new Map(
    cafe.categories.flatMap((category) => category.items.map((item) => [item.name, { ...item, addonChance: category.addons }] as const)),
  );
  const items = db.rows<ItemRow>(
    `SELECT items.id, items.name, items.category_id, categories.name AS category_name, items.price, items.stock_qty
     FROM items JOIN categories ON categories.id = items.category_id WHERE items.is_available = 1 AND categories.is_active = 1 ORDER BY items.id`,
  );
  return {
    items: items.map((row) => {
      const habit = habits.get(row.name);
      return {
        id: row.id,
        name: row.name,
        categoryId: row.category_id,
        categoryName: row.category_name,
        price: row.price,
        isLimited: row.stock_qty >= 0,
        sells: habit?.sells ?? 3,
        when: habit?.when ?? 'all',
        addonChance: habit?.addonChance ?? 0.2,
      };
    }),
    addons: db.rows<SellableAddon>('SELECT id, name, price FROM addons WHERE is_available = 1 ORDER BY id'),
    discounts: db.rows(
      'SELECT id, name, type, value FROM discounts WHERE is_active = 1 AND start_date IS NULL AND end_date IS NULL AND value < 1000000 ORDER BY id',
    ),
  };
};
