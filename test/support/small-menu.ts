import type { TestApp } from './test-app.ts';

/** Two categories, four items (one limited to 20, one to 5), two add-ons, two discounts and a customer. Prices in minor units. */
export const addSmallMenu = async (app: TestApp) => {
  const drinks = await app.call('categories.create', { name: 'Drinks', display_order: 1 });
  const bakery = await app.call('categories.create', { name: 'Bakery', display_order: 2 });
  const latte = await app.call('items.create', { category_id: drinks.id, name: 'Latte', price: 450 });
  const tea = await app.call('items.create', { category_id: drinks.id, name: 'Tea', price: 325 });
  const croissant = await app.call('items.create', { category_id: bakery.id, name: 'Croissant', price: 299, stock_qty: 20 });
  const cake = await app.call('items.create', { category_id: bakery.id, name: 'Cake', price: 515, stock_qty: 5 });
  const shot = await app.call('addons.create', { name: 'Extra shot', price: 75 });
  const oat = await app.call('addons.create', { name: 'Oat milk', price: 60 });
  const tenPercent = await app.call('discounts.create', { name: 'Ten', value: 10 });
  const twoOff = await app.call('discounts.create', { name: 'Two off', type: 'flat', value: 2 });
  const ann = await app.call('customers.create', { name: 'Ann Berg', phone: '555-0101' });
  return { drinks, bakery, latte, tea, croissant, cake, shot, oat, tenPercent, twoOff, ann };
};
