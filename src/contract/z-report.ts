import { z } from 'zod';
import { instantOut, moneyOut } from './primitives.ts';

const counted = z.object({ count: z.int(), amount: moneyOut() });
const byName = z.array(z.object({ name: z.string(), count: z.int(), amount: moneyOut() }));
const movement = z.object({
  kind: z.string(),
  amount: moneyOut(),
  reason: z.string(),
  made_by: z.string(),
  approved_by: z.string().nullable(),
  created_at: instantOut(),
});

/**
 * The figures of an X (so far) or a Z (final) report; the sections are those of the best systems and of the Nordic and
 * German rules for cash registers (docs/z-report.md names them). Money in minor units.
 */
export const zReport = z.object({
  kind: z.enum(['X', 'Z']),
  identity: z.object({
    /** Null on an X. */
    z_number: z.int().nullable(),
    shop_name: z.string(),
    tax_number: z.string(),
    currency: z.string(),
    time_zone: z.string(),
    program_version: z.string(),
    shift_id: z.int(),
    business_date: z.string(),
    opened_at: instantOut(),
    opened_by: z.string().nullable(),
    closed_at: instantOut().nullable(),
    closed_by: z.string().nullable(),
    made_at: instantOut(),
    made_by: z.string(),
    previous_z_at: instantOut().nullable(),
    first_order_number: z.string().nullable(),
    last_order_number: z.string().nullable(),
  }),
  sales: z.object({
    /** Orders that became paid in full. */
    orders: z.int(),
    items_sold: z.int(),
    gross: moneyOut(),
    discounts: moneyOut(),
    comps: moneyOut(),
    voids: moneyOut(),
    refunds: moneyOut(),
    /** Gross less discounts, comps, voids and refunds, with tax. */
    net_with_tax: moneyOut(),
    tax: moneyOut(),
    net: moneyOut(),
    average: moneyOut(),
  }),
  by_category: z.array(z.object({ name: z.string(), quantity: z.int(), amount: moneyOut() })),
  by_hour: z.array(z.object({ hour: z.int(), orders: z.int(), amount: moneyOut() })),
  by_cashier: byName,
  tax: z.array(z.object({ tax_rate: z.int().meta({ wire: 'rate' }), net: moneyOut(), tax: moneyOut(), gross: moneyOut() })),
  tenders: z.array(
    z.object({
      method: z.string(),
      name: z.string(),
      count: z.int(),
      sales: moneyOut(),
      tips: moneyOut(),
      rounding: moneyOut(),
      refunds: moneyOut(),
      net: moneyOut(),
    }),
  ),
  tips: moneyOut(),
  rounding: moneyOut(),
  /** Part payments of orders that are not paid in full yet: taken here, used by orders settled here, given back here. */
  deposits: z.object({ taken: moneyOut(), used: moneyOut(), returned: moneyOut() }),
  drawer: z.object({
    opening: moneyOut(),
    cash_sales: moneyOut(),
    cash_refunds: moneyOut(),
    paid_in: moneyOut(),
    paid_out: moneyOut(),
    drops: moneyOut(),
    expenses: moneyOut(),
    expected: moneyOut(),
    counted: moneyOut().nullable(),
    over_short: moneyOut().nullable(),
    comment: z.string().nullable(),
    float_left: moneyOut().nullable(),
    to_bank: moneyOut().nullable(),
    denominations: z.array(z.object({ value: moneyOut(), count: z.int() })).nullable(),
    counts: z.int(),
    movements: z.array(movement),
    paid_expenses: z.array(z.object({ category: z.string(), description: z.string().nullable(), amount: moneyOut() })),
  }),
  exceptions: z.object({
    receipts: z.int(),
    copies: counted,
    refunds: counted,
    voids: counted,
    discounts: counted,
    comps: counted,
    waste: z.object({ count: z.int(), quantity: z.int(), amount: moneyOut() }),
    no_sale: z.int(),
    held: z.int(),
    open_orders: counted,
    unpaid_orders: counted,
    deleted_orders: z.int(),
    sign_ins: z.int(),
    discounts_by_name: byName,
    voids_by_person: byName,
    /** Each time the clock was set back by more than two minutes. A Z of before this was watched does not have it. */
    clock_set_back: z.array(z.object({ from: instantOut(), to: instantOut() })).optional(),
  }),
  grand_totals: z.object({ sales: moneyOut(), returns: moneyOut(), net: moneyOut() }),
  /** Each must be true on a sound day; a false one is printed as such and never hidden. */
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
  proof: z.object({ previous_hash: z.string(), hash: z.string().nullable(), audit_hash: z.string() }),
});
export type ZReport = z.infer<typeof zReport>;
