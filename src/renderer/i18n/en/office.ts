export const officeTexts = {
  office: {
    groups: { overview: 'Overview', menu: 'Menu and stock', people: 'People', money: 'Money', system: 'System' },
    pages: {
      dashboard: 'Dashboard',
      reports: 'Reports',
      items: 'Items',
      categories: 'Categories',
      addons: 'Add-ons',
      discounts: 'Discounts',
      stock: 'Stock',
      customers: 'Customers',
      expenses: 'Expenses',
      staff: 'Staff',
      exchange: 'Import and export',
      audit: 'Audit',
      settings: 'Settings',
    },
  },
};
