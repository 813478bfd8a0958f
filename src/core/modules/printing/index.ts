import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { readShiftReport } from '../reports/index.ts';
import { renderPdf } from './pdf.ts';
import { makePrint, previewPrint, printPdf } from './prints.ts';
import { deliver, printTestPage, pulseDrawer, recordDelivery, recordPulse } from './sending.ts';
import { shiftReportDocument } from './shift-report-document.ts';

export { formatsFor } from './formats.ts';
export { renderPdf } from './pdf.ts';
export { packPaper, unpackPaper } from './print-store.ts';

/** The shift's end-of-day report as the bytes of a PDF, in the shop's language. Refuses an unknown shift with not_found. */
const shiftReportPdf = async (ctx: QueryContext, input: ParsedInputOf<'shifts.reportPdf'>): Promise<OutputOf<'shifts.reportPdf'>> =>
  renderPdf(shiftReportDocument(readShiftReport(ctx, input), ctx.settings.language), ctx.now);

/** What goes to paper, or to a file that looks like paper. */
export const printingHandlers: ModuleHandlers = {
  queries: { 'shifts.reportPdf': shiftReportPdf, 'prints.preview': previewPrint, 'prints.pdf': printPdf, 'printer.test': printTestPage },
  commands: { 'prints.make': makePrint, 'prints.send': recordDelivery, 'prints.openDrawer': recordPulse },
  preparations: { 'prints.send': deliver, 'prints.openDrawer': pulseDrawer },
};
