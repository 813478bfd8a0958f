export const officeTexts = {
  office: {
    groups: { overview: 'Overview', menu: 'Menu and stock', people: 'People', money: 'Money', system: 'System' },
    // One a line: each page is somebody's own.
    pages: {
      dashboard: 'Dashboard',
      staff: 'Staff',
      audit: 'Audit',
      settings: 'Settings',
      items: 'Items',
      addons: 'Add-ons',
      reports: 'Reports',
    },
  },
};
