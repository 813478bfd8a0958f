import type { Currency } from '../../../domain/money.ts';
import { saveBytes } from '../shift/save-bytes.ts';
import { csvOf, type FigureTable } from './figure-table.ts';

export const saveTable = (table: FigureTable, currency: Currency, name: string): void =>
  saveBytes(new TextEncoder().encode(csvOf(table, currency)), name, 'text/csv');
