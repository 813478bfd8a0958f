import { StaffScreen } from '../e2e/screens/index.ts';
import { PEOPLE } from '../support/demo-shop.ts';
import { at, downTo, escape, goTo, panelAt, type Scene, settled } from './scene.ts';

/** The back office, page by page; of most lists one row is opened, too. */
export const OFFICE: readonly Scene[] = [
  at('dashboard', '/office/dashboard', 'Dashboard'),
  downTo('dashboard-rankings', 'Top items'),
  downTo('dashboard-charts', 'Busy hours'),
  downTo('dashboard-books', 'Profit and loss'),
  at('reports', '/office/reports', 'Reports'),
  at('report', '/office/reports/items', 'Sales by item'),
  at('report-categories', '/office/reports/categories', 'Sales by category'),
  at('report-hours', '/office/reports/hours', 'Sales by hour'),
  at('report-staff', '/office/reports/staff', 'Sales by person'),
  at('report-tenders', '/office/reports/tenders', 'Payments by method'),
  at('report-taxes', '/office/reports/taxes', 'Sales by tax rate'),
  at('report-discounts', '/office/reports/discounts', 'Discounts given'),
  at('report-cash', '/office/reports/cash', 'Cash over and short by shift'),
  at('report-archive', '/office/reports/archive', 'Z reports'),
  at('report-movements', '/office/reports/movements', 'Stock movements'),
  at('items', '/office/items', 'Items'),
  panelAt('item', '/office/items/3'),
  at('categories', '/office/categories', 'Categories'),
  at('addons', '/office/addons', 'Add-ons'),
  panelAt('addon', '/office/addons/1'),
  at('discounts', '/office/discounts', 'Discounts'),
  panelAt('discount', '/office/discounts/1'),
  at('stock', '/office/stock', 'Stock'),
  at('stock-movements', '/office/stock/movements', 'Movements'),
  at('stocktake', '/office/stock/stocktake', 'Stocktake'),
  at('customers', '/office/customers', 'Customers'),
  panelAt('customer', '/office/customers/1'),
  at('expenses', '/office/expenses', 'Expenses'),
  panelAt('expense', '/office/expenses/1'),
  {
    name: 'staff',
    show: async (page) => {
      await goTo(page, '/staff');
      await new StaffScreen(page).choose(PEOPLE.cashier.name);
    },
  },
  at('exchange', '/office/exchange', 'Import and export'),
  at('audit', '/office/audit', 'Audit'),
  {
    name: 'audit-entry',
    show: async (page) => {
      await page.locator('main').getByRole('row').nth(2).click();
      await settled(page);
    },
    leave: escape,
  },
  at('settings-shop', '/office/settings/shop', 'Settings'),
  at('settings-money', '/office/settings/money', 'Settings'),
  at('settings-time', '/office/settings/time', 'Settings'),
  at('settings-payments', '/office/settings/payments', 'Settings'),
  at('settings-drawer', '/office/settings/drawer', 'Settings'),
  at('settings-printers', '/office/settings/printers', 'Settings'),
  at('settings-security', '/office/settings/security', 'Settings'),
  at('settings-network', '/office/settings/network', 'Settings'),
  at('settings-keys', '/office/settings/keys', 'Settings'),
  at('settings-backups', '/office/settings/backups', 'Settings'),
  at('settings-appearance', '/office/settings/appearance', 'Settings'),
  at('settings-about', '/office/settings/about', 'Settings'),
];
