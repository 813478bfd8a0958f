import type { OutputOf, ParsedInputOf } from '../../../contract/index.ts';
import type { PaperDocument } from '../../../contract/paper.ts';
import type { Print } from '../../../contract/printing.ts';
import { actorOf, type Caller, callerMay } from '../../kernel/caller.ts';
import { type CommandContext, notAllowed, type QueryContext } from '../../kernel/context.ts';
import { recordAudit } from '../audit/index.ts';
import { openShiftId } from '../shifts/index.ts';
import { renderPdf } from './pdf.ts';
import { keepPrint, type PrintRow, printsOf, readPrint, unpackPaper } from './print-store.ts';
import { renderRollPdf } from './roll-pdf.ts';
import { hasCopies, NEEDED, readSubject } from './subject.ts';

/** What would be on the paper, as an original. */
export const previewPrint = (ctx: QueryContext, input: ParsedInputOf<'prints.preview'>): OutputOf<'prints.preview'> => {
  const needed = NEEDED[input.document];
  if (needed && !callerMay(ctx.caller, needed.permission)) throw notAllowed(needed.permission, needed.what, false);
  return { paper: readSubject(ctx, input.document, input.document_id).paper({ at: ctx.now, by: actorOf(ctx.caller), copy: 0 }) };
};

/**
 * Records that a document goes out and answers what is on it. It is a command of its own, after the sale: whatever
 * becomes of the paper, the sale stands. A second print of a document is a copy, bears its number and takes print.copy.
 */
export const makePrint = (ctx: CommandContext, input: ParsedInputOf<'prints.make'>): Print => {
  const needed = NEEDED[input.document];
  const reportApproval = needed ? ctx.approvalFor(needed.permission, needed.what) : null;
  const { document, documentId, amount, paper: paperOf } = readSubject(ctx, input.document, input.document_id);
  const copy = hasCopies(document) ? printsOf(ctx, document, documentId) : 0;
  const approvedBy = copy > 0 ? ctx.approvalFor('print.copy', 'Printing a copy') : reportApproval;
  const printed = { document, document_id: documentId, copy, target: input.target };
  const by = actorOf(ctx.caller);
  const paper = paperOf({ at: ctx.now, by, copy });
  const id = keepPrint(ctx, { ...printed, amount, shift_id: openShiftId(ctx) }, paper);
  recordAudit(ctx, {
    entity: 'Print',
    id,
    action: copy > 0 ? 'copy' : 'create',
    after: { ...printed, amount, maker: makerOf(ctx.caller) },
    approvedBy,
  });
  return { id, ...printed, printed_by: by, created_at: ctx.now, paper };
};

/**
 * What is on a recorded print. Of a report only for those who may see reports, and for the one who made this print: they
 * were shown it when it was made. A Z comes from its snapshot and is refused with damaged_snapshot.
 */
export const paperOfPrint = (ctx: QueryContext, print: PrintRow): PaperDocument => {
  const needed = NEEDED[print.document];
  if (needed && !isMaker(ctx, print) && !callerMay(ctx.caller, needed.permission)) {
    throw notAllowed(needed.permission, needed.what, false);
  }
  if (print.paper !== null) return unpackPaper(print.paper);
  return readSubject(ctx, 'z', print.document_id).paper({ at: print.created_at, by: print.printed_by, copy: print.copy });
};

/** Who a caller is, whatever they are called. Null for those of whom there is no row. */
const makerOf = ({ kind, id }: Caller): string | null => (id === null ? null : `${kind}:${id}`);

/** Whether the caller made this print: by id, from the audit, since a name may be given to somebody else later. */
const isMaker = (ctx: QueryContext, { id }: PrintRow): boolean => {
  const made = ctx.db.row<{ maker: string | null }>(
    `SELECT json_extract(new_values, '$.maker') AS maker FROM audit_log
     WHERE entity_type = 'Print' AND entity_id = ? AND action IN ('create', 'copy') ORDER BY id LIMIT 1`,
    [id],
  );
  const maker = makerOf(ctx.caller);
  return maker !== null && made?.maker === maker;
};

export const printPdf = async (ctx: QueryContext, input: ParsedInputOf<'prints.pdf'>): Promise<OutputOf<'prints.pdf'>> => {
  const print = readPrint(ctx, input.print_id);
  const paper = paperOfPrint(ctx, print);
  return input.paper === 'roll80' ? renderRollPdf(paper, print.created_at) : renderPdf(paper, print.created_at);
};
