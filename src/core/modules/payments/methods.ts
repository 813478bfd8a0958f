import type { ParsedInputOf } from '../../../contract/index.ts';
import type { PaymentMethodInfo } from '../../../contract/payments.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';

interface Row {
  code: string;
  name: string;
  kind: PaymentMethodInfo['kind'];
  is_active: number;
  display_order: number;
}

const COLUMNS = 'code, name, kind, is_active, display_order';

const toMethod = (row: Row): PaymentMethodInfo => ({ ...row, is_active: row.is_active === 1 });

export const listMethods = (ctx: QueryContext): PaymentMethodInfo[] =>
  ctx.db.rows<Row>(`SELECT ${COLUMNS} FROM payment_methods ORDER BY display_order, code`).map(toMethod);

/** The method, also one that is switched off; refuses with method_not_available when there is none of that code. */
export const findMethod = (ctx: QueryContext, code: string): PaymentMethodInfo => {
  const row = ctx.db.row<Row>(`SELECT ${COLUMNS} FROM payment_methods WHERE code = ?`, [code]);
  if (!row) throw new Refusal('method_not_available', `There is no payment method '${code}'`);
  return toMethod(row);
};

/** A method that may take money now. */
export const activeMethod = (ctx: QueryContext, code: string): PaymentMethodInfo => {
  const method = findMethod(ctx, code);
  if (!method.is_active) throw new Refusal('method_not_available', `Payment method '${method.name}' is switched off`);
  return method;
};

export const createMethod = (ctx: CommandContext, input: ParsedInputOf<'paymentMethods.create'>): PaymentMethodInfo => {
  if (ctx.db.row('SELECT 1 FROM payment_methods WHERE code = ?', [input.code])) {
    throw new Refusal('already_exists', `Payment method '${input.code}' already exists`);
  }
  ctx.db.execute('INSERT INTO payment_methods (code, name, kind, display_order, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)', [
    input.code,
    input.name,
    input.kind,
    input.display_order,
    ctx.now,
    ctx.now,
  ]);
  const after = findMethod(ctx, input.code);
  recordAudit(ctx, { entity: 'PaymentMethod', id: null, action: 'create', after });
  ctx.emit('settings', 'update', null);
  return after;
};

export const updateMethod = (ctx: CommandContext, input: ParsedInputOf<'paymentMethods.update'>): PaymentMethodInfo => {
  const row = ctx.db.row<Row>(`SELECT ${COLUMNS} FROM payment_methods WHERE code = ?`, [input.code]);
  if (!row) throw new Refusal('not_found', `Payment method with code ${input.code} not found`);
  const before = toMethod(row);
  const next = {
    ...before,
    name: input.name ?? before.name,
    is_active: input.is_active ?? before.is_active,
    display_order: input.display_order ?? before.display_order,
  };
  if (
    !next.is_active &&
    before.is_active &&
    !ctx.db.row('SELECT 1 FROM payment_methods WHERE is_active = 1 AND code <> ?', [before.code])
  ) {
    throw new Refusal('in_use', 'A shop needs at least one payment method. Switch another on first.');
  }
  ctx.db.execute('UPDATE payment_methods SET name = ?, is_active = ?, display_order = ?, updated_at = ? WHERE code = ?', [
    next.name,
    next.is_active ? 1 : 0,
    next.display_order,
    ctx.now,
    before.code,
  ]);
  recordAudit(ctx, { entity: 'PaymentMethod', id: null, action: 'update', before, after: next });
  ctx.emit('settings', 'update', null);
  return next;
};
