import { z } from 'zod';
import { operation } from './operation.ts';
import type { PaperDocument } from './paper.ts';
import { instantOut, pathId, reference } from './primitives.ts';

/** What can be asked for. `document_id` is the order's, the refund's, the drawer movement's or the shift's (X) id, or the Z number. */
export const PRINTABLE = ['receipt', 'refund', 'drawer', 'x', 'z'] as const;
export type Printable = (typeof PRINTABLE)[number];

/** What comes of it: the receipt of an order that is not paid in full is a bill, and says so. */
export const PRINTED = [...PRINTABLE, 'bill'] as const;
export type Printed = (typeof PRINTED)[number];

/** On screen or as a file; by the system's printer; by the network printer of the settings. */
export const PRINT_TARGETS = ['screen', 'pdf', 'system', 'network'] as const;

/** What is on a paper. The model is one of TypeScript (paper.ts); the texts are finished. */
const paper = z.custom<PaperDocument>((value) => typeof value === 'object' && value !== null);

export const print = z.object({
  id: z.int(),
  document: z.enum(PRINTED),
  document_id: z.int(),
  /** 0 is the original; a reprint says COPY n. Bills and X reports have no copies: each says what is so at its time. */
  copy: z.int(),
  target: z.enum(PRINT_TARGETS),
  printed_by: z.string(),
  created_at: instantOut(),
  /** What is on it, for the screen to show and the system's printer to print. */
  paper,
});
export type Print = z.infer<typeof print>;

const which = { document: z.enum(PRINTABLE), document_id: reference() };

export const printingOperations = {
  'prints.preview': operation({
    method: 'GET',
    url: '/api/v1/prints/preview',
    kind: 'query',
    tag: 'Printing',
    permission: 'print.receipt',
    summary: 'What would be on the paper, to look at on a screen; records nothing',
    errors: ['not_found', 'approval_needed', 'shift_already_closed', 'damaged_snapshot'],
    query: which,
    output: z.object({ paper }),
  }),
  'prints.make': operation({
    method: 'POST',
    url: '/api/v1/prints',
    kind: 'command',
    tag: 'Printing',
    permission: 'print.receipt',
    status: 201,
    summary: 'Record that a document goes to paper, screen or file, and answer what is on it; a reprint is marked COPY n',
    errors: ['not_found', 'approval_needed', 'shift_already_closed', 'damaged_snapshot'],
    body: { ...which, target: z.enum(PRINT_TARGETS).default('screen') },
    output: print,
  }),
  'prints.pdf': operation({
    method: 'GET',
    url: '/api/v1/prints/{print_id}/pdf',
    kind: 'query',
    tag: 'Printing',
    permission: 'print.receipt',
    summary: 'A recorded print as PDF',
    errors: ['not_found', 'approval_needed', 'damaged_snapshot'],
    entity: 'Print',
    path: { print_id: pathId() },
    query: { paper: z.enum(['a4', 'roll80']).default('a4') },
    output: z.instanceof(Uint8Array),
    media: 'application/pdf',
    worker: true,
  }),
  'prints.send': operation({
    method: 'POST',
    url: '/api/v1/prints/{print_id}/send',
    kind: 'command',
    tag: 'Printing',
    permission: 'print.receipt',
    summary:
      'Send a recorded print to the network printer; the answer is what really happened. May be tried until it succeeds, and once only',
    errors: ['not_found', 'approval_needed', 'damaged_snapshot', 'printer_failed', 'no_printer', 'already_printed'],
    entity: 'Print',
    path: { print_id: pathId() },
    body: { open_drawer: z.boolean().default(false) },
    output: z.object({ sent: z.literal(true), bytes: z.int() }),
  }),
  'prints.openDrawer': operation({
    method: 'POST',
    url: '/api/v1/prints/open-drawer',
    kind: 'command',
    tag: 'Printing',
    permission: 'print.receipt',
    summary:
      'Open the drawer for the cash of an order, without a paper; false where it was opened for it already, or no cash of this shift came in',
    errors: ['not_found', 'printer_failed', 'no_printer'],
    body: { order_id: reference() },
    output: z.object({ opened: z.boolean() }),
  }),
  'printer.test': operation({
    method: 'POST',
    url: '/api/v1/printer/test',
    kind: 'query',
    tag: 'Printing',
    permission: 'settings.manage',
    summary: 'Print a test page on the network printer',
    errors: ['printer_failed', 'no_printer'],
    body: {},
    output: z.object({ sent: z.literal(true), bytes: z.int() }),
  }),
};
