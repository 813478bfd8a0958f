import type { ModuleHandlers } from '../kernel/handlers.ts';
import { auditHandlers } from './audit/index.ts';
import { type BackupService, backupHandlers } from './backups/index.ts';
import { catalogHandlers } from './catalog/index.ts';
import { customerHandlers } from './customers/index.ts';
import { desktopHandlers } from './desktop/index.ts';
import { discountHandlers } from './discounts/index.ts';
import { drawerHandlers } from './drawer/index.ts';
import { type Archives, exchangeHandlers } from './exchange/index.ts';
import { type ExportJobs, exportHandlers } from './exporting/index.ts';
import { expenseHandlers } from './expenses/index.ts';
import { orderHandlers } from './orders/index.ts';
import { paymentHandlers } from './payments/index.ts';
import { printingHandlers } from './printing/index.ts';
import { privacyHandlers } from './privacy/index.ts';
import { reportHandlers } from './reports/index.ts';
import type { DesktopLink } from '../kernel/desktop.ts';
import type { NetworkReport } from '../kernel/network.ts';
import { setupHandlers } from './setup/index.ts';
import { type SettingsCache, settingsHandlers } from './settings/index.ts';
import { shiftHandlers } from './shifts/index.ts';
import { staffHandlers } from './staff/index.ts';
import { stockHandlers } from './stock/index.ts';

/** Every module's handlers; the dispatcher checks that together they cover the contract exactly. */
export const allModules = (
  parts: {
    settings: SettingsCache;
    network: NetworkReport;
    desktop: DesktopLink;
    jobs: ExportJobs;
    backups: BackupService;
    archives: Archives;
  } & Parameters<typeof staffHandlers>[0] &
    Parameters<typeof setupHandlers>[0],
): readonly ModuleHandlers[] => [
  settingsHandlers(parts.settings, parts),
  setupHandlers(parts),
  auditHandlers,
  staffHandlers(parts),
  catalogHandlers,
  stockHandlers,
  customerHandlers,
  discountHandlers,
  shiftHandlers,
  expenseHandlers,
  orderHandlers,
  paymentHandlers,
  drawerHandlers,
  reportHandlers,
  printingHandlers,
  backupHandlers(parts.backups),
  exchangeHandlers(parts.archives),
  exportHandlers(parts.jobs),
  privacyHandlers,
  desktopHandlers(parts.desktop),
];
