import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceTicket } from '../../src/renderer/features/till/ticket-price.ts';
import { EMPTY_TICKET, orderOf, type PriceCut, type Ticket } from '../../src/renderer/features/till/ticket-store.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp } from '../support/test-app.ts';

test('what the till shows is what the core charges, to the minor unit', async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  const { tax_rate } = await app.call('settings.get', {});
  const items = [menu.latte, menu.tea];
  const addons = [menu.shot, menu.oat];
  const discounts = [null, menu.tenPercent, menu.twoOff];
  const cut = fc.oneof(
    { weight: 3, arbitrary: fc.constant<PriceCut | null>(null) },
    { weight: 1, arbitrary: fc.constant<PriceCut>({ kind: 'comp', reason: 'made wrong' }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('discount' as const),
        type: fc.constantFrom('percentage' as const, 'flat' as const),
        value: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
        reason: fc.constantFrom(null, 'waited long'),
      }),
    },
  );
  const line = fc.record({ item: fc.constantFrom(...items), quantity: fc.integer({ min: 1, max: 100 }), addons: fc.subarray(addons), cut });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), fc.constantFrom(...discounts), async (lines, discount) => {
      const ticket: Ticket = {
        ...EMPTY_TICKET,
        discount_id: discount?.id ?? null,
        lines: lines.map((chosen, index) => ({
          key: `line-${index}`,
          item_id: chosen.item.id,
          name: chosen.item.name,
          unit_price: chosen.item.price,
          quantity: chosen.quantity,
          addons: chosen.addons.map(({ id, name, price }) => ({ addon_id: id, name, price })),
          notes: null,
          price_cut: chosen.cut,
        })),
      };
      const shown = priceTicket(ticket, discount, tax_rate, 2);
      const order = await app.call('orders.create', orderOf(ticket));
      expect({ subtotal: order.subtotal, discount: order.discount_amount, tax: order.tax_amount, total: order.total }).toEqual({
        subtotal: shown.subtotal,
        discount: shown.discount_amount,
        tax: shown.tax_amount,
        total: shown.total,
      });
      const figures = order.items.map(({ subtotal, line_discount, discount_share }) => ({ subtotal, line_discount, discount_share }));
      expect(figures).toEqual(
        shown.lines.map(({ subtotal, line_discount, discount_share }) => ({ subtotal, line_discount, discount_share })),
      );
    }),
    { numRuns: 60 },
  );
});
