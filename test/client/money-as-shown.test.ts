import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAfter, type Part, readEntry } from '../../src/renderer/features/pay/tenders.ts';
import { type Choices, everything, originalTenders, planOf } from '../../src/renderer/features/refund/refund-plan.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { openTestApp } from '../support/test-app.ts';

const STEP = 5;

const entryOf = fc.record({
  isCash: fc.boolean(),
  part: fc.option(fc.integer({ min: 1, max: 3000 })),
  entered: fc.option(fc.integer({ min: 1, max: 3000 })),
  tip: fc.constantFrom(0, 0, 25),
});

test('the change and the refunds that the screens show are those of the core, to the minor unit', async () => {
  const app = await openTestApp();
  const menu = await addSmallMenu(app);
  await app.call('settings.update', { cash_rounding: STEP });
  const lineOf = fc.record({ item: fc.constantFrom(menu.latte, menu.tea), quantity: fc.integer({ min: 1, max: 9 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(lineOf, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(null, menu.tenPercent, menu.twoOff),
      fc.array(entryOf, { maxLength: 4 }),
      fc.array(fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
      async (lines, discount, entries, refunds) => {
        const order = await app.call('orders.create', {
          discount_id: discount?.id ?? null,
          items: lines.map(({ item, quantity }) => ({ item_id: item.id, quantity })),
          payments: [],
        });
        fc.pre(order.total > 0);
        const parts: Part[] = [];
        const rest = { isCash: true, part: null, entered: null, tip: 0 };
        for (const entry of [...entries, rest]) {
          const due = dueAfter(order.total, parts);
          if (due === 0) break;
          const read = readEntry(due, entry, STEP);
          if (read.kind === 'fault') continue;
          const method = entry.isCash ? 'cash' : 'card';
          const request = { method, amount: read.amount, tendered: read.tendered, tip: entry.tip, reference: null };
          parts.push({ request, name: method, tender: read.tender });
          const { payment } = await app.call('payments.take', { order_id: order.id, ...request });
          expect(payment).toMatchObject(read.tender);
        }
        for (const wanted of refunds) {
          const refundable = await app.call('orders.refundable', { order_id: order.id });
          const choices: Choices = new Map(
            wanted.flatMap(([index, quantity]) => {
              const line = refundable.lines[index];
              return line && line.left > 0
                ? [[line.order_line_id, { quantity: Math.min(quantity, line.left), goods: 'kept' }] as const]
                : [];
            }),
          );
          await refundAndCompare(app, order.id, choices);
        }
        const { lines: left } = await app.call('orders.refundable', { order_id: order.id });
        await refundAndCompare(app, order.id, everything(left, new Map()));
        expect((await app.call('orders.refundable', { order_id: order.id })).amount).toBe(0);
      },
    ),
    { numRuns: 40 },
  );
});

const refundAndCompare = async (app: Awaited<ReturnType<typeof openTestApp>>, orderId: number, choices: Choices): Promise<void> => {
  if (choices.size === 0) return;
  const { lines, tenders } = await app.call('orders.refundable', { order_id: orderId });
  const plan = planOf(lines, choices);
  const shown = originalTenders(tenders, plan.amount, STEP);
  const refund = await app.call('refunds.create', {
    order_id: orderId,
    reason: 'not good',
    lines: [...choices].map(([order_line_id, { quantity, goods }]) => ({ order_line_id, quantity, goods })),
  });
  expect(refund).toMatchObject({ subtotal: plan.subtotal, discount_amount: plan.discount, tax_amount: plan.tax, amount: plan.amount });
  expect(refund.tenders.map(({ method, amount, rounding }) => ({ method, amount, rounding }))).toEqual(
    shown.map(({ method, amount, rounding }) => ({ method, amount, rounding })),
  );
};
