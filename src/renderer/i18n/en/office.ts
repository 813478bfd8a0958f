export const officeTexts = {
  office: {
    groups: { overview: 'Overview', menu: 'Menu and stock', people: 'People', money: 'Money', system: 'System' },
    pages: { reports: 'Reports', dashboard: 'Dashboard', items: 'Items', addons: 'Add-ons', staff: 'Staff' },
  },
};
