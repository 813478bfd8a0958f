import { OFFICE_PAGES } from '../office/pages.ts';

/** Where a thing is looked at, by its name in the audit; `{id}` is its id. */
const PLACES: Readonly<Record<string, string>> = {
  Order: '/orders/order/{id}',
  Refund: '/orders/refund/{id}',
  Shift: '/shift/{id}',
  ZReport: '/shift/z/{id}',
  Staff: '/staff/{id}',
  Item: '/office/items/{id}',
  Category: '/office/categories/{id}',
  Addon: '/office/addons/{id}',
  Discount: '/office/discounts/{id}',
  Customer: '/office/customers/{id}',
  Expense: '/office/expenses/{id}',
  Setting: '/office/settings',
  ApiKey: '/office/settings/keys',
  PaymentMethod: '/office/settings/payments',
};

/** The address of the thing of a row, or null where there is no page for it. */
export const placeOf = (type: string, id: number | null): string | null => {
  const place = Object.hasOwn(PLACES, type) ? PLACES[type] : undefined;
  if (place === undefined || (place.includes('{id}') && id === null)) return null;
  const page = /^\/office\/[a-z]+/.exec(place)?.[0];
  if (page !== undefined && !OFFICE_PAGES.some(({ path }) => path === page)) return null;
  return place.replace('{id}', String(id));
};
