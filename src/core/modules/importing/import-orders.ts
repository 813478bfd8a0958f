import { allocate, type Money, type Ppm } from '../../../domain/money.ts';
import { ORDER_STATUSES } from '../../../domain/order-status.ts';
import { PAYMENT_METHODS } from '../../../domain/payment-method.ts';
import type { ImportedMenu } from './import-menu.ts';
import type { ImportRun } from './import-run.ts';
import type { PhiloRow } from './philo-row.ts';
import { NumberCounters } from './number-counters.ts';
import { TaxRates } from './tax-rates.ts';

interface Amounts {
  readonly subtotal: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly total: Money;
}

interface Line {
  readonly row: PhiloRow;
  readonly itemId: number;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly addons: readonly { row: PhiloRow; addonId: number; price: Money }[];
  subtotal: Money;
}

const INSERT_ORDER = `INSERT INTO orders (id, order_number, customer_id, status, payment_method, subtotal, discount_amount, discount_id,
  discount_name, tax_rate, tax_amount, total, shift_id, notes, business_date, local_hour, weekday, items_count, source, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'import', ?, ?)`;

const INSERT_LINE = `INSERT INTO order_lines (id, order_id, item_id, item_name, category_id, category_name, quantity, unit_price, subtotal,
  discount_share, tax_share) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const INSERT_ADDON = 'INSERT INTO order_line_addons (id, order_line_id, addon_id, addon_name, price) VALUES (?, ?, ?, ?, ?)';

/**
 * Orders with their lines and add-ons: ids, numbers, times and amounts as they are; names, tax rate, business day and the
 * lines' shares of discount and tax, which the original does not keep, added. Answers how many orders have which rate.
 */
export const importOrders = (run: ImportRun, menu: ImportedMenu): Map<Ppm, number> => {
  const linesOf = run.rowsOf('order_items', 'order_id');
  const addonsOf = run.rowsOf('order_item_addons', 'order_item_id');
  const rates = ratesOf(run);
  const used = new Map<Ppm, number>();
  const counters = new NumberCounters();
  for (const row of run.rows('orders')) {
    const amounts = amountsOf(run, row);
    const lines = linesOf(row.id).map((line) => readLine(line, addonsOf(line.id)));
    settleLines(run, row, amounts.subtotal, lines);
    const taxable = amounts.subtotal - amounts.discount;
    const rate = rates.rateOf({ taxable, tax: amounts.tax });
    if (rate === null) row.fault(`a tax of ${run.money(amounts.tax)} on ${run.money(taxable)} is above 100 percent`);
    used.set(rate ?? 0, (used.get(rate ?? 0) ?? 0) + 1);
    if (!counters.note(row.text('order_number'))) row.warn(`its number "${row.text('order_number')}" has another form; kept as it is`);
    writeOrder(run, row, amounts, rate ?? 0, lines, menu);
  }
  counters.store(run);
  return used;
};

/** A pass over the amounts alone, before anything is written: the rates must be known first. */
const ratesOf = (run: ImportRun): TaxRates => {
  const quiet = run.quietly();
  const taxed = [...quiet.rows('orders')].map((row) => {
    const { subtotal, discount, tax } = amountsOf(quiet, row);
    return { taxable: subtotal - discount, tax };
  });
  return new TaxRates(run.ctx.settings.tax_rate, taxed);
};

/** The order's own figures. A cent that rounding left over (the original does not round a flat discount) goes to the discount. */
const amountsOf = (run: ImportRun, row: PhiloRow): Amounts => {
  const subtotal = row.amount('subtotal');
  const tax = row.amount('tax_amount');
  const total = row.amount('total');
  const discount = row.amount('discount_amount');
  const over = subtotal - discount + tax - total;
  const settled = discount + over;
  if (Math.abs(over) > 1 || settled < 0 || settled > subtotal) {
    const sum = `${run.money(subtotal)} - ${run.money(discount)} + ${run.money(tax)}`;
    row.fault(over === 0 ? `its discount is larger than the order: ${sum}` : `does not add up: ${sum} is not ${run.money(total)}`);
  } else if (over !== 0) {
    row.noteAdjusted('orders.discount_amount');
    row.warn(`its discount is kept as ${run.money(settled)} instead of ${run.money(discount)}, so that it adds up to what was paid`);
  }
  return { subtotal, discount: settled, tax, total };
};

const readLine = (row: PhiloRow, addons: readonly PhiloRow[]): Line => ({
  row,
  itemId: row.integer('item_id', { min: 1 }),
  quantity: row.integer('quantity', { min: 1, max: 1_000_000 }),
  unitPrice: row.amount('unit_price'),
  addons: addons.map((addon) => ({ row: addon, addonId: addon.integer('addon_id', { min: 1 }), price: addon.amount('price') })),
  subtotal: row.amount('subtotal'),
});

/**
 * Lines add up to their order. The original rounds each line and the order apart, so prices below the minor unit leave a
 * difference of less than one a line; the largest line takes it. More than that is a damaged order.
 */
const settleLines = (run: ImportRun, order: PhiloRow, subtotal: Money, lines: readonly Line[]): void => {
  for (const line of lines) {
    const priced = (line.unitPrice + line.addons.reduce((sum, addon) => sum + addon.price, 0)) * line.quantity;
    if (Math.abs(priced - line.subtotal) > line.quantity * (1 + line.addons.length)) {
      line.row.warn(`its amount ${run.money(line.subtotal)} is not its prices times its quantity, ${run.money(priced)}; kept as it is`);
    }
  }
  const over = subtotal - lines.reduce((sum, line) => sum + line.subtotal, 0);
  if (over === 0) return;
  const largest = [...lines].sort((a, b) => b.subtotal - a.subtotal)[0];
  if (!largest || Math.abs(over) > lines.length || largest.subtotal + over < 0) {
    order.fault(`its lines add up to ${run.money(subtotal - over)}, not to its subtotal ${run.money(subtotal)}`);
    return;
  }
  const kept = largest.subtotal + over;
  largest.row.warn(
    `its amount is kept as ${run.money(kept)} instead of ${run.money(largest.subtotal)}, so that the lines add up to their order`,
  );
  order.noteAdjusted('order_items.subtotal');
  largest.subtotal = kept;
};

const writeOrder = (run: ImportRun, row: PhiloRow, amounts: Amounts, rate: Ppm, lines: readonly Line[], menu: ImportedMenu): void => {
  const createdAt = row.instant('created_at');
  const moment = run.ctx.momentOf(createdAt);
  const discountId = row.integerOrNull('discount_id', { min: 1 });
  run.write(INSERT_ORDER, [
    row.id,
    row.text('order_number'),
    row.integerOrNull('customer_id', { min: 1 }),
    row.choice('status', ORDER_STATUSES),
    row.choice('payment_method', PAYMENT_METHODS),
    amounts.subtotal,
    amounts.discount,
    discountId,
    discountId === null ? null : (menu.discounts.get(discountId) ?? null),
    rate,
    amounts.tax,
    amounts.total,
    row.integerOrNull('shift_id', { min: 1 }),
    row.textOrNull('notes'),
    moment.business_date,
    moment.hour,
    moment.weekday,
    lines.reduce((sum, line) => sum + line.quantity, 0),
    createdAt,
    row.instant('updated_at'),
  ]);
  if (run.report.isFaulty) return;
  const subtotals = lines.map((line) => line.subtotal);
  const discounts = allocate(amounts.discount, subtotals);
  const taxes = allocate(
    amounts.tax,
    subtotals.map((subtotal, index) => subtotal - (discounts[index] ?? 0)),
  );
  lines.forEach((line, index) => {
    const item = menu.items.get(line.itemId);
    run.write(INSERT_LINE, [
      line.row.id,
      row.id,
      line.itemId,
      item?.name ?? '',
      item?.categoryId ?? 0,
      item?.categoryName ?? '',
      line.quantity,
      line.unitPrice,
      line.subtotal,
      discounts[index],
      taxes[index],
    ]);
    for (const addon of line.addons) {
      run.write(INSERT_ADDON, [addon.row.id, line.row.id, addon.addonId, menu.addons.get(addon.addonId) ?? '', addon.price]);
    }
  });
};
