import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { PaperDocument } from '../../../contract/paper.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { ReadDatabase } from '../../database/database.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { invalidField, Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { readMovement } from '../drawer/index.ts';
import { readOrder } from '../orders/index.ts';
import { paymentsOf, readRefund } from '../payments/index.ts';
import { openShiftId } from '../shifts/index.ts';
import { DRAWER_PULSE, escPosBytes, UnprintableFigure } from './escpos.ts';
import { sendToPrinter } from './network-printer.ts';
import { isDelivered, keepDelivery, type PrintRow, readPrint, timesOpened } from './print-store.ts';
import { PrinterFailure } from './printer-connection.ts';
import { paperOfPrint } from './prints.ts';
import { testPage } from './test-page.ts';

/** What became of a print at the printer: sent now, or it had been sent before. */
type Sent = { readonly bytes: number; readonly printer: string } | 'before';

/**
 * Prints on their way, by shop: of two calls at once the second learns what becomes of the first's paper. One that went
 * out stays here until it is found recorded, so that none slips between the paper and its record.
 */
const onTheirWay = new WeakMap<ReadDatabase, Map<number, Promise<Sent>>>();

const waysOf = (ctx: QueryContext): Map<number, Promise<Sent>> => {
  const known = onTheirWay.get(ctx.db) ?? new Map<number, Promise<Sent>>();
  onTheirWay.set(ctx.db, known);
  return known;
};

/**
 * Sends the paper, before the command that records it is queued: nothing waits for a printer but the one who prints. A
 * print that was refused may be sent again; one that went out may not, since it would be a copy without its mark.
 */
export const deliver = async (ctx: QueryContext, input: ParsedInputOf<'prints.send'>): Promise<Sent> => {
  const print = readPrint(ctx, input.print_id);
  const paper = paperOfPrint(ctx, print);
  const ways = waysOf(ctx);
  for (const id of ways.keys()) if (isDelivered(ctx, id)) ways.delete(id);
  if (isDelivered(ctx, print.id)) return 'before';
  if (input.open_drawer) refuseDrawer(ctx, print);
  const sent = ways.get(print.id) ?? sendPaper(ctx, paper, input.open_drawer);
  ways.set(print.id, sent);
  try {
    return await sent;
  } catch (error) {
    ways.delete(print.id);
    throw error;
  }
};

/** Records that a print went out. */
export const recordDelivery = (ctx: CommandContext, input: ParsedInputOf<'prints.send'>, prepared: unknown): OutputOf<'prints.send'> => {
  const sent = prepared as Sent;
  if (sent === 'before' || isDelivered(ctx, input.print_id)) {
    throw new Refusal('already_printed', 'This print went out already. Print it again as a copy.');
  }
  const { bytes, printer } = sent;
  keepDelivery(ctx, { print_id: input.print_id, printer, bytes, opened_drawer: input.open_drawer });
  recordAudit(ctx, { entity: 'Print', id: input.print_id, action: 'send', after: { printer, bytes, opened_drawer: input.open_drawer } });
  return { sent: true, bytes };
};

export const printTestPage = async (ctx: QueryContext): Promise<OutputOf<'printer.test'>> => {
  const { bytes } = await sendPaper(ctx, testPage(ctx.settings, ctx.now), false);
  return { sent: true, bytes };
};

/** Opens the drawer for the cash of an order, before the command that records it; answers whether there was any reason to. */
export const pulseDrawer = async (ctx: QueryContext, { order_id: id }: ParsedInputOf<'prints.openDrawer'>): Promise<boolean> => {
  readOrder(ctx, id);
  const order = { document: 'receipt', document_id: id } as const;
  if (cashMoves(ctx, order) <= timesOpened(ctx, order)) return false;
  await sendBytes(ctx, () => DRAWER_PULSE);
  return true;
};

/** Records that the drawer was opened for an order without a paper. */
export const recordPulse = (
  ctx: CommandContext,
  { order_id: id }: ParsedInputOf<'prints.openDrawer'>,
  prepared: unknown,
): OutputOf<'prints.openDrawer'> => {
  const opened = prepared === true;
  if (opened) recordAudit(ctx, { entity: 'Order', id, action: 'open_drawer' });
  return { opened };
};

const sendPaper = (ctx: QueryContext, paper: PaperDocument, pulse: boolean): Promise<{ bytes: number; printer: string }> =>
  sendBytes(ctx, ({ printer_columns: columns, currency }) => escPosBytes(paper, { columns, currency, pulse }));

const sendBytes = async (
  { settings }: QueryContext,
  make: (settings: Settings) => Uint8Array | Promise<Uint8Array>,
): Promise<{ bytes: number; printer: string }> => {
  const { printer_host: host, printer_port: port } = settings;
  if (host === '') throw new Refusal('no_printer', 'No network printer is set. Set its address in the settings.');
  try {
    const bytes = await make(settings);
    await sendToPrinter({ host, port }, bytes);
    return { bytes: bytes.length, printer: `${host}:${port}` };
  } catch (error) {
    if (error instanceof PrinterFailure) throw new Refusal('printer_failed', error.message);
    if (error instanceof UnprintableFigure) throw new Refusal('printer_failed', `Nothing was printed: ${error.message}.`);
    throw error;
  }
};

/** The drawer opens with a paper only as often as cash of this shift goes in or out; any other opening is a no-sale, with its reason. */
const refuseDrawer = (ctx: QueryContext, print: PrintRow): void => {
  if (cashMoves(ctx, print) > timesOpened(ctx, print)) return;
  throw invalidField(
    'open_drawer',
    'value_error',
    'The drawer opens with the first paper about cash only. Open it with "no sale" instead.',
    true,
  );
};

/** How many times a document moved cash in the open shift. */
const cashMoves = (ctx: QueryContext, { document, document_id: id }: Pick<PrintRow, 'document' | 'document_id'>): number => {
  const shiftId = openShiftId(ctx);
  if (document === 'drawer') return readMovement(ctx, id).shift_id === shiftId ? 1 : 0;
  if (document === 'refund') {
    const refund = readRefund(ctx, id);
    return refund.shift_id === shiftId && refund.tenders.some(({ method }) => method === 'cash') ? 1 : 0;
  }
  if (document !== 'receipt' && document !== 'bill') return 0;
  return paymentsOf(ctx, id).filter((payment) => payment.method === 'cash' && payment.shift_id === shiftId).length;
};
