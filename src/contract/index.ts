import type { z } from 'zod';
import { aboutOperations } from './about.ts';
import { auditOperations } from './audit.ts';
import { backupOperations } from './backups.ts';
import { catalogOperations } from './catalog.ts';
import { customerOperations } from './customers.ts';
import { dashboardDetailOperations } from './dashboard-detail.ts';
import { dashboardOperations } from './dashboard.ts';
import { desktopOperations } from './desktop.ts';
import { discountOperations } from './discounts.ts';
import { exchangeOperations } from './exchange.ts';
import { expenseOperations } from './expenses.ts';
import type { Operation } from './operation.ts';
import { orderOperations } from './orders.ts';
import { drawerOperations } from './drawer.ts';
import { paymentOperations } from './payments.ts';
import { printingOperations } from './printing.ts';
import { networkOperations } from './network.ts';
import { refundOperations } from './refunds.ts';
import { exportOperations } from './exports.ts';
import { reportBehindOperations } from './report-behind.ts';
import { listExportOperations } from './list-exports.ts';
import { reportOperations } from './reports.ts';
import { staffOperations } from './staff.ts';
import { ticketOperations } from './tickets.ts';
import { sessionOperations } from './session.ts';
import { setupOperations } from './setup.ts';
import { settingsOperations } from './settings.ts';
import { shiftOperations } from './shifts.ts';
import { stockOperations } from './stock.ts';

/** Every operation of the product, by name. Every door and every client is made from this. */
export const contract = {
  ...catalogOperations,
  ...stockOperations,
  ...customerOperations,
  ...discountOperations,
  ...orderOperations,
  ...shiftOperations,
  ...expenseOperations,
  ...dashboardOperations,
  ...reportOperations,
  ...reportBehindOperations,
  ...exportOperations,
  ...listExportOperations,
  ...dashboardDetailOperations,
  ...auditOperations,
  ...settingsOperations,
  ...networkOperations,
  ...aboutOperations,
  ...setupOperations,
  ...sessionOperations,
  ...ticketOperations,
  ...staffOperations,
  ...refundOperations,
  ...paymentOperations,
  ...drawerOperations,
  ...printingOperations,
  ...backupOperations,
  ...exchangeOperations,
  ...desktopOperations,
} as const;

export type Contract = typeof contract;
export type OperationName = keyof Contract;

/** What a caller passes: defaults may be left out. Money in minor units, rates in ppm. */
export type InputOf<N extends OperationName> = z.input<Contract[N]['input']>;
/** What a handler gets: parsed, defaults filled in. */
export type ParsedInputOf<N extends OperationName> = z.output<Contract[N]['input']>;
export type OutputOf<N extends OperationName> = z.output<Contract[N]['output']>;

const byName: ReadonlyMap<string, Operation> = new Map(Object.entries(contract as unknown as Record<string, Operation>));

/** The operation of that name, or undefined: names from outside never reach an object's inherited members. */
export const findOperation = (name: string): Operation | undefined => byName.get(name);

/** All operations with their names, in the order of the documents. */
export const allOperations = (): readonly (readonly [OperationName, Operation])[] => [...byName] as [OperationName, Operation][];
