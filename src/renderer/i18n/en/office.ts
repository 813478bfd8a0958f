export const officeTexts = {
  office: {
    groups: { overview: 'Overview', menu: 'Menu and stock', people: 'People', money: 'Money', system: 'System' },
<<<<<<< HEAD
    pages: { reports: 'Reports', dashboard: 'Dashboard', items: 'Items', addons: 'Add-ons', staff: 'Staff' },
=======
    pages: {
      dashboard: 'Dashboard',
      items: 'Items',
      addons: 'Add-ons',
      stock: 'Stock',
      customers: 'Customers',
      expenses: 'Expenses',
      staff: 'Staff',
    },
>>>>>>> main
  },
};
