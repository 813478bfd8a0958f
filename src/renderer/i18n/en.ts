import { approvalTexts } from './en/approval.ts';
import { lockTexts } from './en/lock.ts';
import { peopleTexts } from './en/people.ts';
import { shiftTexts } from './en/shift.ts';
import { tillTexts } from './en/till.ts';
import { payTexts } from './en/pay.ts';
import { orderTexts } from './en/orders.ts';
import { drawerTexts } from './en/drawer.ts';
import { officeTexts } from './en/office.ts';
import { firstRunTexts } from './en/first-run.ts';
import { backupTexts } from './en/backups.ts';
import { settingsTexts } from './en/settings.ts';
import { auditTexts } from './en/audit.ts';
import { listTexts } from './en/list.ts';
import { menuTexts } from './en/menu.ts';
import { stockTexts } from './en/stock.ts';
import { customersTexts } from './en/customers.ts';
import { expensesTexts } from './en/expenses.ts';
import { dashboardTexts } from './en/dashboard.ts';
import { desktopTexts } from './en/desktop.ts';
import { exchangeTexts } from './en/exchange.ts';
import { reportTexts } from './en/reports.ts';
import { helpTexts } from './en/help.ts';

/** Every text of the screens, in English. Other languages are checked against its shape. */
export const en = {
  app: {
    loading: 'Starting…',
    main_navigation: 'Main',
    cannot_start: 'Philo POS cannot be reached',
    try_again: 'Try again',
    demo: 'Demo café',
    close: 'Close',
    save: 'Save',
    done: 'Done',
    back: 'Back',
    optional: 'optional',
    clock_behind:
      'The clock of this shop was set back: it had been {{time}} before. Until it is right, times and the business day are wrong. Set it in the computer’s settings.',
    offline: 'Connection lost. Trying again…',
    online: 'Connected',
    crashed: 'This screen stopped working',
    crashed_hint: 'Nothing that was placed is lost. Reload to go on.',
    reload: 'Reload',
  },
  nav: { till: 'Till', board: 'Orders', shift: 'Shift', office: 'Back office', order: 'Order' },
  header: {
    to_dark: 'Switch to dark colours',
    to_light: 'Switch to light colours',
    lock: 'Lock',
    lock_till: 'Lock the till',
    keys: 'Keyboard shortcuts',
  },
  role: { owner: 'Owner', manager: 'Manager', cashier: 'Cashier', kitchen: 'Kitchen' },
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
  amount: { keypad: 'Keypad', erase: 'Erase', key_decimal: 'Decimal point' },
  ...helpTexts,
};

export type Texts = typeof en;
