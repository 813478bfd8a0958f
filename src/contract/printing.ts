import { z } from 'zod';
import { operation } from './operation.ts';
import type { PaperDocument } from './paper.ts';
import { instantOut, pathId, reference } from './primitives.ts';

export const PRINTABLE = ['receipt', 'refund', 'drawer', 'x', 'z'] as const;
export type Printable = (typeof PRINTABLE)[number];

/** On screen or as a file; by the system's printer; by the network printer of the settings. */
export const PRINT_TARGETS = ['screen', 'pdf', 'system', 'network'] as const;

export const print = z.object({
  id: z.int(),
  document: z.enum(PRINTABLE),
  document_id: z.int(),
  /** 0 is the original; a reprint says COPY n. */
  copy: z.int(),
  target: z.enum(PRINT_TARGETS),
  printed_by: z.string(),
  created_at: instantOut(),
  /** What is on it, for the screen to show and the system's printer to print. */
  paper: z.custom<PaperDocument>((value) => typeof value === 'object' && value !== null),
});
export type Print = z.infer<typeof print>;

export const printingOperations = {
  'prints.make': operation({
    method: 'POST', url: '/api/v1/prints', kind: 'command', tag: 'Printing', permission: 'print.receipt', status: 201,
    summary: 'Record that a document goes to paper, screen or file, and answer what is on it; a reprint is marked COPY n',
    errors: ['not_found', 'forbidden', 'approval_needed', 'damaged_snapshot'],
    body: { document: z.enum(PRINTABLE), document_id: reference(), target: z.enum(PRINT_TARGETS).default('screen') },
    output: print,
  }),
  'prints.pdf': operation({
    method: 'GET', url: '/api/v1/prints/{print_id}/pdf', kind: 'query', tag: 'Printing', permission: 'print.receipt',
    summary: 'A recorded print as PDF', errors: ['not_found', 'damaged_snapshot'], entity: 'Print', path: { print_id: pathId() },
    query: { paper: z.enum(['a4', 'roll80']).default('a4') }, output: z.instanceof(Uint8Array), media: 'application/pdf', worker: true,
  }),
  'prints.send': operation({
    method: 'POST', url: '/api/v1/prints/{print_id}/send', kind: 'query', tag: 'Printing', permission: 'print.receipt',
    summary: 'Send a recorded print to the network printer; the answer is what really happened', errors: ['not_found', 'printer_failed', 'no_printer'],
    entity: 'Print', path: { print_id: pathId() }, body: { open_drawer: z.boolean().default(false) },
    output: z.object({ sent: z.literal(true), bytes: z.int() }),
  }),
  'printer.test': operation({
    method: 'POST', url: '/api/v1/printer/test', kind: 'query', tag: 'Printing', permission: 'settings.manage',
    summary: 'Print a test page on the network printer', errors: ['printer_failed', 'no_printer'], body: {},
    output: z.object({ sent: z.literal(true), bytes: z.int() }),
  }),
};
