import type { ReportId, ReportRow } from '../../../contract/report-tables.ts';
import { shownColumns } from '../../../contract/report-tables.ts';
import { useMay } from '../session/session.tsx';
import { type ReportView, writeReportView } from './report-address.ts';
import { isBehindReport, nameRow } from './report-behind.ts';

type Links = (row: ReportRow, key: string) => string | null;

/** Where a cell of a report leads: to the orders behind its row, or to the order, the shift, the Z or the item that it speaks of. */
export const useRowLinks = (id: ReportId, view: ReportView, behind: (row: string) => string): Links => {
  const may = useMay();
  const [first] = shownColumns(id)[0] ?? [''];
  return (row, key) => {
    const value = row[key] ?? null;
    if (isBehindReport(id)) return key === first ? behind(nameRow(id, row)) : null;
    if (value === null) return null;
    switch (key) {
      case 'order_number':
        return may('orders.view') ? `/orders/number/${encodeURIComponent(value)}` : null;
      case 'z_number':
        return `/shift/z/${value}`;
      case 'shift_id':
        return may('shifts.report') ? `/shift/${value}` : null;
      case 'name':
        // The shifts of one person are a report of their own.
        return `/office/reports/cash?${writeReportView('cash', { ...view, filters: { staff: String(value) }, sort: 'closed_at', direction: 'desc', page: 1 })}`;
      case 'item':
        return row['item_id'] != null && may('stock.view') ? `/office/stock/${row['item_id']}` : null;
      default:
        return null;
    }
  };
};
