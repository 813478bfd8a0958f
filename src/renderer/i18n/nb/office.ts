import type { Texts } from '../en.ts';

export const officeTexts: Pick<Texts, 'office'> = {
  office: {
    groups: { overview: 'Oversikt', menu: 'Meny og lager', people: 'Folk', money: 'Penger', system: 'System' },
    pages: { dashboard: 'Dashbord', staff: 'Ansatte', audit: 'Logg', settings: 'Innstillinger', items: 'Varer', addons: 'Tillegg' },
  },
};
