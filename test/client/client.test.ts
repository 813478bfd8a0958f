import { describe, expect, test } from 'vitest';
import { Attempts } from '../../src/renderer/client/attempts.ts';
import { CallFailure } from '../../src/renderer/client/failure.ts';
import type { Connection } from '../../src/renderer/client/transport.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { overBridge, overHttp } from './doors.ts';

const failureOf = async (call: Promise<unknown>): Promise<CallFailure> => {
  const error = await call.then(
    () => new Error('the call was not refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof CallFailure)) throw error;
  return error;
};

describe.each([
  ['HTTP', overHttp],
  ['the bridge', overBridge],
])('the client over %s', (_, open) => {
  test('speaks minor units and ppm, whatever the wire says', async () => {
    const { app, client, signIn } = await open();
    await signIn();
    const { latte, shot, croissant } = await addSmallMenu(app);
    await client.call('settings.update', { tax_rate: 88_750 });
    expect((await client.call('items.get', { item_id: latte.id })).price).toBe(450);
    const order = await client.call('orders.create', {
      items: [{ item_id: latte.id, quantity: 2, addons: [{ addon_id: shot.id }] }, { item_id: croissant.id }],
    });
    expect(order).toMatchObject({ subtotal: 1349, tax_amount: 120, tax_rate: 88_750, total: 1469, status: 'pending' });
    const listed = await client.call('orders.list', { status: 'pending', page: 1, per_page: 10 });
    expect(listed.items).toEqual([order]);
  });

  test('money follows the currency of the shop', async () => {
    const { client, signIn } = await open();
    await signIn();
    await client.call('settings.update', { currency: 'JPY' });
    await client.call('session.get', {});
    const drinks = await client.call('categories.create', { name: 'Drinks' });
    const tea = await client.call('items.create', { category_id: drinks.id, name: 'Tea', price: 500 });
    expect((await client.call('items.get', { item_id: tea.id })).price).toBe(500);
  });

  test('refusals come as failures with their code and words', async () => {
    const { app, client, signIn } = await open();
    await signIn();
    const { cake } = await addSmallMenu(app);
    const failure = await failureOf(client.call('orders.create', { items: [{ item_id: cake.id, quantity: 6 }] }));
    expect(failure.code).toBe('insufficient_stock');
    expect(failure.message).toContain('Cake');
    const invalid = await failureOf(client.call('orders.create', { items: [] }));
    expect(invalid.code).toBe('invalid_input');
    expect(invalid.details).not.toHaveLength(0);
  });

  test('a parked ticket is not lost with the answer that carried it', async () => {
    const { app, client, signIn, loseAnswers } = await open();
    await signIn();
    const { latte } = await addSmallMenu(app);
    const ticket = {
      discount_reason: 'regular',
      items: [{ item_id: latte.id, quantity: 2, notes: 'hot', comp: { reason: 'made wrong' } }],
    };
    const held = await client.call('tickets.hold', { name: 'window seat', ticket });
    loseAnswers(1);
    const recall = () => client.call('tickets.recall', { ticket_id: held.id }, { idempotencyKey: 'recall-1' });
    expect((await failureOf(recall())).code).toBe('offline');
    expect(await client.call('tickets.list', {})).toEqual([]);
    expect(await recall()).toEqual(held);
    expect((await failureOf(client.call('tickets.recall', { ticket_id: held.id }))).code).toBe('not_found');
  });

  test('nobody may call what is not public', async () => {
    const { client } = await open();
    expect((await failureOf(client.call('orders.list', {}))).code).toBe('unauthenticated');
    expect((await client.call('session.get', {})).needs_owner).toBe(true);
  });

  test('an order whose answer was lost is placed once, however often it is tried again', async () => {
    const { app, client, signIn, loseAnswers } = await open();
    await signIn();
    const { latte } = await addSmallMenu(app);
    const attempts = new Attempts();
    const ticket = { items: [{ item_id: latte.id, quantity: 1 }] };
    const place = () => client.call('orders.create', ticket, { idempotencyKey: attempts.keyFor(ticket) });
    loseAnswers(2);
    expect((await failureOf(place())).code).toBe('offline');
    expect((await failureOf(place())).code).toBe('offline');
    const order = await place();
    const orders = await client.call('orders.list', {});
    expect(orders.items.map(({ id }) => id)).toEqual([order.id]);
  });

  test('tells when the shop cannot be reached and when it is back', async () => {
    const { client, loseAnswers } = await open();
    const heard: Connection[] = [];
    const stop = client.onConnection((connection) => heard.push(connection));
    loseAnswers(1);
    await failureOf(client.call('session.get', {}));
    await client.call('session.get', {});
    stop();
    expect(heard).toEqual(['unknown', 'offline', 'online']);
  });
});

test('changes reach whoever listens over the bridge', async () => {
  const { app, client, signIn } = await overBridge();
  await signIn();
  const heard: unknown[] = [];
  const stop = client.onChange((event) => heard.push(event && [event.topic, event.action]));
  await app.call('categories.create', { name: 'Drinks' });
  stop();
  await app.call('categories.create', { name: 'Food' });
  expect(heard).toEqual([['categories', 'create']]);
});

test('a browser session changes nothing without its CSRF token, and the client sends it', async () => {
  const { client, signIn } = await overHttp();
  await signIn();
  expect((await client.call('session.get', {})).csrf_token).toBeTruthy();
  await expect(client.call('categories.create', { name: 'Drinks' })).resolves.toMatchObject({ name: 'Drinks' });
});

test('a file comes as its bytes', async () => {
  const { client, signIn } = await overHttp();
  await signIn();
  const shift = await client.call('shifts.open', { opening_cash: 10_000 });
  const pdf = await client.call('shifts.reportPdf', { shift_id: shift.id });
  expect(pdf).toBeInstanceOf(Uint8Array);
  expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
});
