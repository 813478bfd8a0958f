import type { PaperDocument } from '../../../contract/paper.ts';
import type { Printable, Printed } from '../../../contract/printing.ts';
import type { Permission } from '../../../domain/permissions.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { readMovement, readX, readZ } from '../drawer/index.ts';
import { orderRow, readOrder } from '../orders/index.ts';
import { paymentsOf, readRefund, refundsOf } from '../payments/index.ts';
import { drawerDocument } from './drawer-document.ts';
import { givenBack, receiptDocument } from './receipt-document.ts';
import { refundDocument } from './refund-document.ts';
import { type Printing, voiceOf } from './voice.ts';
import { reportDocument } from './z-document.ts';

/** Something that can be printed, read from the data: nothing that a screen says comes onto a paper. */
export interface Subject {
  readonly document: Printed;
  readonly documentId: number;
  /** What the paper is about, for the figures of copies. Minor units. */
  readonly amount: number;
  readonly paper: (printing: Printing) => PaperDocument;
}

type Reader = (ctx: QueryContext, id: number) => Subject;

const READERS: Readonly<Record<Printable, Reader>> = {
  receipt: (ctx, id) => {
    const order = readOrder(ctx, id);
    const data = { order, payments: paymentsOf(ctx, id), refunds: refundsOf(ctx, id), served_by: orderRow(ctx, id).created_by };
    return {
      document: order.payment_state === 'paid' ? 'receipt' : 'bill',
      documentId: id,
      amount: order.total,
      paper: (printing) => receiptDocument(data, voiceOf(ctx.settings), printing),
    };
  },
  refund: (ctx, id) => {
    const refund = readRefund(ctx, id);
    return {
      document: 'refund',
      documentId: id,
      amount: givenBack(refund),
      paper: (printing) => refundDocument(refund, voiceOf(ctx.settings), printing),
    };
  },
  drawer: (ctx, id) => {
    const movement = readMovement(ctx, id);
    return {
      document: 'drawer',
      documentId: id,
      amount: movement.amount,
      paper: (printing) => drawerDocument(movement, voiceOf(ctx.settings), printing),
    };
  },
  x: (ctx, id) => {
    const report = readX(ctx, { shift_id: id });
    return {
      document: 'x',
      documentId: id,
      amount: report.sales.net_with_tax,
      paper: (printing) => reportDocument(report, ctx.settings, printing),
    };
  },
  z: (ctx, id) => {
    const report = readZ(ctx, id);
    return {
      document: 'z',
      documentId: id,
      amount: report.sales.net_with_tax,
      paper: (printing) => reportDocument(report, ctx.settings, printing),
    };
  },
};

/** Reads what is asked for. Refuses with not_found, shift_already_closed (X) and damaged_snapshot (Z). */
export const readSubject = (ctx: QueryContext, document: Printable, id: number): Subject => READERS[document](ctx, id);

/** Of these every print is an original: each says what is so when it is made. */
export const hasCopies = (document: Printed): boolean => document !== 'x' && document !== 'bill';

/** What it takes to have a document beside the permission to print: the reports show what should lie in the drawer. */
export const NEEDED: Readonly<Partial<Record<Printed, { readonly permission: Permission; readonly what: string }>>> = {
  x: { permission: 'shifts.x_report', what: 'An X report' },
  z: { permission: 'shifts.z_report', what: 'A Z report' },
};
