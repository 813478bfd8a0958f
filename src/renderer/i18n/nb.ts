import type { Texts } from './en.ts';
import { approvalTexts } from './nb/approval.ts';
import { lockTexts } from './nb/lock.ts';
import { peopleTexts } from './nb/people.ts';
import { shiftTexts } from './nb/shift.ts';
import { tillTexts } from './nb/till.ts';
import { payTexts } from './nb/pay.ts';
import { orderTexts } from './nb/orders.ts';
import { drawerTexts } from './nb/drawer.ts';
import { officeTexts } from './nb/office.ts';
import { firstRunTexts } from './nb/first-run.ts';
import { backupTexts } from './nb/backups.ts';
import { settingsTexts } from './nb/settings.ts';
import { auditTexts } from './nb/audit.ts';
import { listTexts } from './nb/list.ts';
import { menuTexts } from './nb/menu.ts';
import { stockTexts } from './nb/stock.ts';
import { customersTexts } from './nb/customers.ts';
import { expensesTexts } from './nb/expenses.ts';
import { dashboardTexts } from './nb/dashboard.ts';
import { desktopTexts } from './nb/desktop.ts';
import { exchangeTexts } from './nb/exchange.ts';
import { reportTexts } from './nb/reports.ts';
import { helpTexts } from './nb/help.ts';

/** Every text of the screens, in Norwegian (bokmål). */
export const nb: Texts = {
  app: {
    loading: 'Starter …',
    main_navigation: 'Hovedmeny',
    cannot_start: 'Får ikke kontakt med Philo POS',
    try_again: 'Prøv igjen',
    demo: 'Demokafé',
    close: 'Lukk',
    save: 'Lagre',
    done: 'Ferdig',
    back: 'Tilbake',
    optional: 'valgfritt',
    clock_behind:
      'Butikkens klokke er stilt tilbake: den har vært {{time}}. Til den er riktig, blir tider og driftsdato feil. Still den i datamaskinens innstillinger.',
    offline: 'Ingen forbindelse. Prøver igjen …',
    online: 'Tilkoblet',
    crashed: 'Dette skjermbildet stoppet',
    crashed_hint: 'Ingenting som er bestilt, er tapt. Last inn på nytt for å fortsette.',
    reload: 'Last inn på nytt',
  },
  nav: { till: 'Kasse', board: 'Ordrer', shift: 'Skift', office: 'Bakrom', order: 'Ordre' },
  header: {
    to_dark: 'Bytt til mørke farger',
    to_light: 'Bytt til lyse farger',
    lock: 'Lås',
    lock_till: 'Lås kassen',
    keys: 'Hurtigtaster',
  },
  role: { owner: 'Eier', manager: 'Daglig leder', cashier: 'Kasserer', kitchen: 'Kjøkken' },
  ...lockTexts,
  ...approvalTexts,
  ...tillTexts,
  ...payTexts,
  ...orderTexts,
  ...shiftTexts,
  ...drawerTexts,
  ...peopleTexts,
  ...officeTexts,
  ...exchangeTexts,
  ...desktopTexts,
  ...auditTexts,
  ...settingsTexts,
  ...backupTexts,
  ...firstRunTexts,
  ...reportTexts,
  ...listTexts,
  ...menuTexts,
  ...stockTexts,
  ...customersTexts,
  ...expensesTexts,
  ...dashboardTexts,
  amount: { keypad: 'Talltastatur', erase: 'Slett', key_decimal: 'Desimaltegn' },
  ...helpTexts,
};
