import type { ShiftReport } from '../../src/contract/shifts.ts';

/** A closed shift in Oslo that sold in dollars; its parts agree. */
export const aShiftReport = (): ShiftReport => ({
  shop_name: 'Corner & Søn',
  currency: 'USD',
  time_zone: 'Europe/Oslo',
  printed_at: '2026-02-10T23:31:00.000Z',
  printed_by: 'Ola',
  business_date: '2026-02-10',
  shift: {
    id: 12,
    opened_at: '2026-02-10T06:00:00.000Z',
    closed_at: '2026-02-10T23:30:00.000Z',
    opening_cash: 10_000,
    closing_cash: 92_437,
    status: 'closed',
    notes: 'Float checked\n[Close] A coin short',
    opened_by: 'Kari',
    closed_by: 'Ola',
    z_number: null,
    counts: 0,
    total_orders: 2,
    total_revenue: 184_600,
    total_expenses: 11_150,
  },
  first_order_number: 'PHI-20260210-0001',
  last_order_number: 'PHI-20260210-0003',
  sales: {
    orders: 2,
    items_sold: 4,
    gross: 180_500,
    discounts: { count: 1, amount: 10_300 },
    net: 170_200,
    tax: 14_400,
    total: 184_600,
    average: 92_300,
  },
  by_category: [
    { name: 'Bakery', quantity: 2, amount: 103_000 },
    { name: 'Drinks', quantity: 2, amount: 77_500 },
  ],
  by_tax_rate: [
    { tax_rate: 80_000, net: 77_500, tax: 6200, gross: 83_700 },
    { tax_rate: 88_750, net: 92_700, tax: 8200, gross: 100_900 },
  ],
  by_method: [
    { method: 'cash', count: 1, amount: 83_700 },
    { method: 'card', count: 1, amount: 100_900 },
  ],
  by_status: [
    { status: 'completed', count: 2, amount: 184_600 },
    { status: 'cancelled', count: 1, amount: 49_000 },
  ],
  cancelled: { count: 1, amount: 49_000 },
  expenses: [
    { category: 'Milk', description: 'Two crates', amount: 1250, paid_from_till: true },
    { category: 'Rent', description: null, amount: 9900, paid_from_till: false },
  ],
  drawer: { opening: 10_000, cash_sales: 83_700, cash_refunds: 0, paid_in: 0, paid_out: 0, drops: 0, paid_from_till: 1250, expected: 92_450, counted: 92_437, over_short: -13 },
});
