import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Print, Printed } from '../../../contract/printing.ts';
import type { PaperDocument } from '../../../contract/paper.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';

export interface PrintRow {
  readonly id: number;
  readonly document: Printed;
  readonly document_id: number;
  readonly copy: number;
  readonly amount: number;
  readonly target: Print['target'];
  readonly paper: Uint8Array | null;
  readonly shift_id: number | null;
  readonly printed_by: string;
  readonly created_at: string;
}

/** How many prints of a document there are: the number that the next one's mark bears. */
export const printsOf = (ctx: QueryContext, document: Printed, documentId: number): number =>
  ctx.db.row<{ n: number }>('SELECT count(*) AS n FROM prints WHERE document = ? AND document_id = ?', [document, documentId])?.n ?? 0;

/** Records a print with what is on it; a Z is kept without, since it is always read from its own snapshot. Answers its id. */
export const keepPrint = (
  ctx: CommandContext,
  print: Omit<PrintRow, 'id' | 'paper' | 'printed_by' | 'created_at'>,
  paper: PaperDocument,
): number =>
  ctx.db.execute(
    'INSERT INTO prints (document, document_id, copy, amount, target, paper, shift_id, printed_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      print.document,
      print.document_id,
      print.copy,
      print.amount,
      print.target,
      print.document === 'z' ? null : packPaper(paper),
      print.shift_id,
      actorOf(ctx.caller),
      ctx.now,
    ],
  ).id;

export const readPrint = (ctx: QueryContext, id: number): PrintRow => {
  const row = ctx.db.row<PrintRow>('SELECT * FROM prints WHERE id = ?', [id]);
  if (!row) throw notFound('Print', id);
  return row;
};

/** A paper as it is kept. */
export const packPaper = (paper: PaperDocument): Uint8Array => deflateRawSync(JSON.stringify(paper));

/** A recorded paper, as it was. */
export const unpackPaper = (packed: Uint8Array): PaperDocument => JSON.parse(inflateRawSync(packed).toString('utf8')) as PaperDocument;

export interface Delivery {
  readonly print_id: number;
  readonly printer: string;
  readonly bytes: number;
  readonly opened_drawer: boolean;
}

/** Whether the network printer has taken this print. */
export const isDelivered = (ctx: QueryContext, printId: number): boolean =>
  ctx.db.row('SELECT 1 FROM print_deliveries WHERE print_id = ?', [printId]) !== undefined;

export const keepDelivery = (ctx: CommandContext, delivery: Delivery): void => {
  ctx.db.execute('INSERT INTO print_deliveries (print_id, printer, bytes, opened_drawer, sent_by, created_at) VALUES (?, ?, ?, ?, ?, ?)', [
    delivery.print_id,
    delivery.printer,
    delivery.bytes,
    delivery.opened_drawer ? 1 : 0,
    actorOf(ctx.caller),
    ctx.now,
  ]);
};

/** How many times the drawer was opened for the same thing, with a print or (an order's cash) without one; a bill and its receipt are about the same order. */
export const timesOpened = (ctx: QueryContext, { document, document_id: id }: Pick<PrintRow, 'document' | 'document_id'>): number => {
  const isOrder = document === 'bill' || document === 'receipt';
  const same = isOrder ? ['bill', 'receipt'] : [document];
  const pulses = isOrder
    ? ctx.db.row<{ n: number }>(
        "SELECT count(*) AS n FROM audit_log WHERE entity_type = 'Order' AND entity_id = ? AND action = 'open_drawer'",
        [id],
      )
    : undefined;
  const prints =
    ctx.db.row<{ n: number }>(
      `SELECT count(*) AS n FROM print_deliveries JOIN prints ON prints.id = print_deliveries.print_id
       WHERE opened_drawer = 1 AND document_id = ? AND document IN (SELECT value FROM json_each(?))`,
      [id, JSON.stringify(same)],
    )?.n ?? 0;
  return prints + (pulses?.n ?? 0);
};
