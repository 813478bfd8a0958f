import { describe, expect, it } from 'vitest';
import { EnvironmentError, settingsFromEnvironment } from '../../src/core/modules/settings/index.ts';
import { addSmallMenu } from '../support/small-menu.ts';
import { callerWithRole, openTestApp, tempFolder } from '../support/test-app.ts';

describe('shifts', () => {
  it('are open one at a time, whoever asks at once, and keep who opened and closed them', async () => {
    const app = await openTestApp();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => app.answer('shifts.open', { opening_cash: 20_000, notes: 'till 1' })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const shift = (await app.call('shifts.list', { status: 'open' })).items[0];
    expect((await app.refusal('shifts.open', {})).message).toBe(`Shift #${shift?.id} is still open. Close it before opening a new one.`);
    const closed = await app.call('shifts.close', { shift_id: shift?.id ?? 0, closing_cash: 0, notes: 'done' }, callerWithRole('cashier'));
    expect(closed).toMatchObject({ status: 'closed', notes: 'till 1\n[Close] done', closed_by: 'Test cashier', closing_cash: 0 });
    expect((await app.refusal('shifts.close', { shift_id: closed.id, closing_cash: 1 })).message).toBe(
      `Shift #${closed.id} is already closed`,
    );
  });

  it('total what is live and all that was spent', async () => {
    const app = await openTestApp();
    const menu = await addSmallMenu(app);
    const shift = await app.call('shifts.open', {});
    const items = [{ item_id: menu.latte.id }];
    const kept = await app.call('orders.create', { items });
    const gone = await app.call('orders.create', { items });
    await app.call('orders.setStatus', { order_id: gone.id, status: 'cancelled' });
    const expense = await app.call('expenses.create', { category: 'milk', amount: 1234, shift_id: shift.id });
    expect(expense).toMatchObject({ paid_from_till: true, date: '2026-03-02T12:00:00.000Z' });
    await app.call('expenses.create', { category: 'rent', amount: 1000, shift_id: shift.id, paid_from_till: false });
    expect(await app.call('shifts.get', { shift_id: shift.id })).toMatchObject({
      total_orders: 1,
      total_revenue: kept.total,
      total_expenses: 2234,
    });
    expect((await app.refusal('expenses.create', { category: 'x', amount: 1, paid_from_till: true })).code).toBe('invalid_input');
    expect(await app.call('expenses.update', { expense_id: expense.id, shift_id: null })).toMatchObject({
      shift_id: null,
      paid_from_till: false,
    });
    expect((await app.refusal('expenses.update', { expense_id: expense.id, shift_id: 0 })).code).toBe('not_found');
  });

  it('list expenses by whole business days', async () => {
    const app = await openTestApp();
    await app.call('expenses.create', { category: 'milk', amount: 1, date: '2026-03-01T23:59:59.999Z' });
    await app.call('expenses.create', { category: 'beans', amount: 2, date: '2026-03-02' });
    const categories = async (query: object) => (await app.call('expenses.list', query)).items.map((row) => row.category);
    expect(await categories({})).toEqual(['beans', 'milk']);
    expect(await categories({ start_date: '2026-03-01', end_date: '2026-03-01' })).toEqual(['milk']);
    expect(await categories({ category: 'beans' })).toEqual(['beans']);
    expect((await app.refusal('expenses.list', { start_date: 'yesterday' })).code).toBe('invalid_input');
  });
});

describe('settings', () => {
  it('take first values from the environment, follow it, and keep what somebody set', async () => {
    const dataDir = tempFolder();
    const first = await openTestApp({ dataDir, environment: settingsFromEnvironment({ TAX_RATE: '0.1', APP_NAME: 'Corner Café' }) });
    expect(await first.call('settings.get', {})).toMatchObject({ tax_rate: 100_000, shop_name: 'Corner Café', low_stock_threshold: 10 });
    await first.call('settings.update', { shop_name: 'The Corner' });
    await first.pos.close();
    const second = await openTestApp({ dataDir, environment: settingsFromEnvironment({ TAX_RATE: '0.2', APP_NAME: 'Else' }) });
    expect(await second.call('settings.get', {})).toMatchObject({ tax_rate: 200_000, shop_name: 'The Corner' });
    const audit = await second.call('audit.list', { entity_type: 'Setting' });
    expect(audit.items.map((row) => [row.old_values, row.new_values])).toContainEqual([{ tax_rate: 100_000 }, { tax_rate: 200_000 }]);
  });

  it('say what is wrong with an unusable variable', () => {
    for (const env of [{ TAX_RATE: 'eight' }, { TAX_RATE: '8' }, { LOW_STOCK_THRESHOLD: '-1' }, { LOG_LEVEL: 'LOUD' }]) {
      expect(() => settingsFromEnvironment(env)).toThrow(EnvironmentError);
    }
    expect(settingsFromEnvironment({ CORS_ORIGINS: 'not json' }).cors_origins).toEqual(['*']);
    expect(settingsFromEnvironment({ CORS_ORIGINS: '["http://a.example"]', LOG_LEVEL: 'warn' })).toEqual({
      cors_origins: ['http://a.example'],
      log_level: 'WARNING',
    });
  });

  it('refuse a zone that does not exist, and a currency of other decimals once there are prices', async () => {
    const app = await openTestApp();
    expect((await app.refusal('settings.update', { time_zone: 'Mars/Base' })).code).toBe('invalid_input');
    expect((await app.call('settings.update', { currency: 'JPY' })).currency).toBe('JPY');
    await addSmallMenuInYen(app);
    expect((await app.refusal('settings.update', { currency: 'EUR' })).code).toBe('in_use');
    expect((await app.call('settings.update', { currency: 'KRW' })).currency).toBe('KRW');
    expect((await app.call('settings.get', {})).currency).toBe('KRW');
  });
});

const addSmallMenuInYen = async (app: Awaited<ReturnType<typeof openTestApp>>) => {
  await app.call('categories.create', { name: 'Drinks' });
  await app.call('items.create', { category_id: 1, name: 'Tea', price: 400 });
};
