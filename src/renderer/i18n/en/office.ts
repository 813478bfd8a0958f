export const officeTexts = {
  office: {
    groups: { overview: 'Overview', menu: 'Menu and stock', people: 'People', money: 'Money', system: 'System' },
    pages: {
      dashboard: 'Dashboard',
      reports: 'Reports',
      items: 'Items',
      addons: 'Add-ons',
      stock: 'Stock',
      customers: 'Customers',
      expenses: 'Expenses',
      staff: 'Staff',
      exchange: 'Import and export',
    },
  },
};
