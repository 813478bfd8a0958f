import type { CommandContext } from '../../kernel/context.ts';

/**
 * The next order number of the business day: `PHI-YYYYMMDD-XXXX`, at least four digits. Given out inside the order's own
 * transaction, so a refused order leaves no gap, and the counter never goes back, so none is used twice (DECISIONS 14, 17).
 */
export const nextOrderNumber = (ctx: CommandContext): string => {
  const day = ctx.moment.business_date;
  const row = ctx.db.row<{ last_number: number }>(
    `INSERT INTO order_numbers (business_date, last_number) VALUES (?, 1)
     ON CONFLICT (business_date) DO UPDATE SET last_number = last_number + 1 RETURNING last_number`,
    [day],
  );
  return orderNumber(day, row?.last_number ?? 1);
};

export const orderNumber = (businessDate: string, number: number): string =>
  `PHI-${businessDate.replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
