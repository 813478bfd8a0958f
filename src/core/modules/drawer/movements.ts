import type { DrawerMovement } from '../../../contract/drawer.ts';
import type { ParsedInputOf } from '../../../contract/index.ts';
import type { Permission } from '../../../domain/permissions.ts';
import { actorOf } from '../../kernel/caller.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { invalidField, notFound, Refusal } from '../../kernel/errors.ts';
import { offsetOf, pageEnvelope } from '../../kernel/paging.ts';
import { recordAudit } from '../audit/index.ts';
import { openShiftId } from '../shifts/index.ts';

type Kind = DrawerMovement['kind'];

const NEEDS: Readonly<Record<Kind, { permission: Permission; what: string }>> = {
  paid_in: { permission: 'drawer.paid_in', what: 'Paying cash in' },
  paid_out: { permission: 'drawer.paid_out', what: 'Paying cash out' },
  drop: { permission: 'drawer.drop', what: 'A safe drop' },
  no_sale: { permission: 'drawer.no_sale', what: 'Opening the drawer without a sale' },
};

/** Moves cash of the open shift's drawer apart from sales, or opens it with no sale. */
export const moveDrawer = (ctx: CommandContext, input: ParsedInputOf<'drawer.move'>): DrawerMovement => {
  const { kind, amount } = input;
  if (kind === 'no_sale' && amount !== 0)
    throw invalidField('amount', 'value_error', 'Opening the drawer without a sale moves no money', amount);
  if (kind !== 'no_sale' && amount === 0) throw invalidField('amount', 'greater_than', 'Input should be greater than 0', amount);
  const approvedBy = ctx.approvalFor(NEEDS[kind].permission, NEEDS[kind].what);
  const shiftId = openShiftId(ctx);
  if (shiftId === null) throw new Refusal('no_open_shift', 'No shift is open. Open a shift first.');
  const { id } = ctx.db.execute(
    'INSERT INTO drawer_movements (shift_id, kind, amount, reason, made_by, approved_by, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [shiftId, kind, amount, input.reason, actorOf(ctx.caller), approvedBy, ctx.now],
  );
  const after = readMovement(ctx, id);
  recordAudit(ctx, { entity: 'Drawer', id, action: kind, after, reason: input.reason, approvedBy });
  ctx.emit('drawer', 'create', id);
  return after;
};

/** One movement, or "Drawer movement with id <id> not found". */
export const readMovement = (ctx: QueryContext, id: number): DrawerMovement => {
  const row = ctx.db.row<DrawerMovement>('SELECT * FROM drawer_movements WHERE id = ?', [id]);
  if (!row) throw notFound('Drawer movement', id);
  return row;
};

export const listMovements = (ctx: QueryContext, input: ParsedInputOf<'drawer.list'>) => {
  const where = input.shift_id ? ' WHERE shift_id = ?' : '';
  const parameters = input.shift_id ? [input.shift_id] : [];
  const total = ctx.db.row<{ n: number }>(`SELECT count(*) AS n FROM drawer_movements${where}`, parameters)?.n ?? 0;
  const rows = ctx.db.rows<DrawerMovement>(`SELECT * FROM drawer_movements${where} ORDER BY id DESC LIMIT ? OFFSET ?`, [
    ...parameters,
    input.per_page,
    offsetOf(input),
  ]);
  return pageEnvelope(rows, total, input);
};

export const movementsOf = (ctx: QueryContext, shiftId: number): DrawerMovement[] =>
  ctx.db.rows<DrawerMovement>('SELECT * FROM drawer_movements WHERE shift_id = ? ORDER BY id', [shiftId]);
