import type { Texts } from '../en.ts';

export const officeTexts: Pick<Texts, 'office'> = {
  office: {
    groups: { overview: 'Oversikt', menu: 'Meny og lager', people: 'Folk', money: 'Penger', system: 'System' },
    pages: {
      dashboard: 'Dashbord',
      reports: 'Rapporter',
      items: 'Varer',
      categories: 'Kategorier',
      addons: 'Tillegg',
      discounts: 'Rabatter',
      stock: 'Lager',
      customers: 'Kunder',
      expenses: 'Utgifter',
      staff: 'Ansatte',
      exchange: 'Import og eksport',
      audit: 'Logg',
      settings: 'Innstillinger',
    },
  },
};
