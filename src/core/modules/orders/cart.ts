import type { ParsedInputOf } from '../../../contract/index.ts';
import { discountRule, discountUnits } from '../../../domain/discount.ts';
import { PPM } from '../../../domain/money.ts';
import type { DiscountRule } from '../../../domain/pricing.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { notFound, Refusal } from '../../kernel/errors.ts';

type LineInput = ParsedInputOf<'orders.create'>['items'][number];

interface SellableItem {
  id: number;
  name: string;
  price: number;
  is_available: number;
  stock_qty: number;
  category_id: number;
  category_name: string;
}

interface SellableAddon {
  id: number;
  name: string;
  price: number;
  is_available: number;
}

/** A discount of one line alone, or a comp: the line given free. */
export interface OwnDiscount {
  readonly kind: 'discount' | 'comp';
  readonly rule: DiscountRule;
  readonly reason: string | null;
}

export interface CartLine {
  readonly item: SellableItem;
  readonly quantity: number;
  readonly addons: readonly SellableAddon[];
  readonly notes: string | null;
  readonly ownDiscount: OwnDiscount | null;
  /** Whether the sale takes stock: the item is limited now. */
  readonly takesStock: boolean;
}

/**
 * Looks up what is asked for, with the shop's own prices, and refuses what cannot be sold: the first fault of the first
 * line wins, and earlier lines of the same order count as already taken (ORIGINAL.md section 4, rule 3).
 */
export const readCart = (ctx: QueryContext, lines: readonly LineInput[]): CartLine[] => {
  const left = new Map<number, number>();
  return lines.map((line, index) => {
    const item = sellableItem(ctx, line.item_id);
    const takesStock = item.stock_qty >= 0;
    if (takesStock) {
      const available = left.get(item.id) ?? item.stock_qty;
      if (available < line.quantity) {
        throw new Refusal(
          'insufficient_stock',
          `Insufficient stock for '${item.name}'. Available: ${available}, Requested: ${line.quantity}`,
        );
      }
      left.set(item.id, available - line.quantity);
    }
    const ids = line.addons.length > 0 ? line.addons.map((addon) => addon.addon_id) : line.addon_ids;
    return {
      item,
      quantity: line.quantity,
      addons: ids.map((id) => sellableAddon(ctx, id)),
      notes: line.notes,
      ownDiscount: ownDiscountOf(ctx, line, index),
      takesStock,
    };
  });
};

const ownDiscountOf = (ctx: QueryContext, line: LineInput, index: number): OwnDiscount | null => {
  if (line.comp) return { kind: 'comp', rule: { type: 'percentage', rate: PPM }, reason: line.comp.reason };
  if (!line.discount) return null;
  const { type, value, reason } = line.discount;
  const units = discountUnits(type, value, ctx.currency.decimals);
  if (units === null || units <= 0 || (type === 'percentage' && units > PPM)) {
    const msg =
      type === 'percentage'
        ? 'Input should be a percentage from 0 to 100 with at most 4 decimals'
        : "Input should have no more decimals than the shop's currency";
    throw new Refusal('invalid_input', msg, [
      { type: 'value_error', loc: ['body', 'items', index, 'discount', 'value'], msg, input: value },
    ]);
  }
  return { kind: 'discount', rule: discountRule(type, units), reason };
};

const sellableItem = (ctx: QueryContext, id: number): SellableItem => {
  const item = ctx.db.row<Omit<SellableItem, 'category_name'>>(
    'SELECT id, name, price, is_available, stock_qty, category_id FROM items WHERE id = ?',
    [id],
  );
  if (!item) throw notFound('Item', id);
  if (item.is_available !== 1) throw new Refusal('item_not_available', `Item '${item.name}' is not available`);
  // Two look-ups by id: a join of the two tables costs several times as much for every line that is sold.
  const category = ctx.db.row<{ name: string; is_active: number }>('SELECT name, is_active FROM categories WHERE id = ?', [
    item.category_id,
  ]);
  if (!category) throw notFound('Category', item.category_id);
  if (category.is_active !== 1) {
    throw new Refusal('category_inactive', `Item '${item.name}' is not available: its category '${category.name}' is inactive`);
  }
  return { ...item, category_name: category.name };
};

const sellableAddon = (ctx: QueryContext, id: number): SellableAddon => {
  const addon = ctx.db.row<SellableAddon>('SELECT id, name, price, is_available FROM addons WHERE id = ?', [id]);
  if (!addon) throw notFound('Addon', id);
  if (addon.is_available !== 1) throw new Refusal('addon_not_available', `Addon '${addon.name}' is not available`);
  return addon;
};
