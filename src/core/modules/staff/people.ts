import type { ParsedInputOf } from '../../../contract/index.ts';
import type { StaffMember } from '../../../contract/staff.ts';
import type { Permission, Role } from '../../../domain/permissions.ts';
import { nameKey } from '../../../domain/search-text.ts';
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import { notFound, Refusal } from '../../kernel/errors.ts';
import { recordAudit } from '../audit/index.ts';
import { personalPermissions } from './personal.ts';

interface Row {
  id: number;
  name: string;
  role: Role;
  is_active: number;
  created_at: string;
  updated_at: string;
}

const COLUMNS = 'id, name, role, is_active, created_at, updated_at';

const toMember = (ctx: QueryContext, row: Row): StaffMember => {
  const { granted, withheld } = personalPermissions(ctx.db, row.id);
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    is_active: row.is_active === 1,
    granted: [...granted],
    withheld: [...withheld],
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
};

const readMember = (ctx: QueryContext, id: number): StaffMember => {
  const row = ctx.db.row<Row>(`SELECT ${COLUMNS} FROM staff WHERE id = ?`, [id]);
  if (!row) throw notFound('Staff', id);
  return toMember(ctx, row);
};

export const listStaff = (ctx: QueryContext): StaffMember[] =>
  ctx.db.rows<Row>(`SELECT ${COLUMNS} FROM staff ORDER BY is_active DESC, name, id`).map((row) => toMember(ctx, row));

/** The first owner, a seeded person or one that the owner adds. The PIN comes hashed. */
export const addStaff = (
  ctx: CommandContext,
  staff: { name: string; role: Role; pinHash: string; granted?: readonly Permission[]; withheld?: readonly Permission[] },
): StaffMember => {
  refuseTakenName(ctx, staff.name, null);
  const { id } = ctx.db.execute('INSERT INTO staff (name, name_key, role, pin_hash, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)', [
    staff.name,
    nameKey(staff.name),
    staff.role,
    staff.pinHash,
    ctx.now,
    ctx.now,
  ]);
  setPersonal(ctx, id, staff.granted ?? [], staff.withheld ?? []);
  const after = readMember(ctx, id);
  recordAudit(ctx, { entity: 'Staff', id, action: 'create', after });
  ctx.emit('staff', 'create', id);
  return after;
};

/** Changes a person. Who leaves, or gets another PIN or role, is signed out everywhere. */
export const updateStaff = (ctx: CommandContext, input: ParsedInputOf<'staff.update'>, pinHash: string | null): StaffMember => {
  const before = readMember(ctx, input.staff_id);
  if (input.name !== undefined) refuseTakenName(ctx, input.name, before.id);
  const next = { name: input.name ?? before.name, role: input.role ?? before.role, is_active: input.is_active ?? before.is_active };
  if (before.role === 'owner' && before.is_active && (next.role !== 'owner' || !next.is_active)) refuseLastOwner(ctx, before.id);
  ctx.db.execute(
    'UPDATE staff SET name = ?, name_key = ?, role = ?, is_active = ?, pin_hash = coalesce(?, pin_hash), updated_at = ?, version = version + 1 WHERE id = ?',
    [next.name, nameKey(next.name), next.role, next.is_active ? 1 : 0, pinHash, ctx.now, before.id],
  );
  if (input.granted || input.withheld) setPersonal(ctx, before.id, input.granted ?? before.granted, input.withheld ?? before.withheld);
  if (pinHash !== null || next.role !== before.role || !next.is_active)
    ctx.db.execute('DELETE FROM sessions WHERE staff_id = ?', [before.id]);
  if (pinHash !== null) ctx.db.execute('DELETE FROM pin_failures WHERE subject = ?', [`person:${before.id}`]);
  const after = readMember(ctx, before.id);
  recordAudit(ctx, { entity: 'Staff', id: before.id, action: 'update', before, after: { ...after, pin_changed: pinHash !== null } });
  ctx.emit('staff', 'update', before.id);
  return after;
};

const setPersonal = (ctx: CommandContext, id: number, granted: readonly Permission[], withheld: readonly Permission[]): void => {
  ctx.db.execute('DELETE FROM staff_permissions WHERE staff_id = ?', [id]);
  const insert = (permission: Permission, value: number) =>
    ctx.db.execute('INSERT OR REPLACE INTO staff_permissions (staff_id, permission, granted) VALUES (?, ?, ?)', [id, permission, value]);
  for (const permission of granted) insert(permission, 1);
  // What is both given and withheld is withheld.
  for (const permission of withheld) insert(permission, 0);
};

const refuseTakenName = (ctx: QueryContext, name: string, ownId: number | null): void => {
  const taken = ctx.db.row<{ id: number }>('SELECT id FROM staff WHERE name_key = ?', [nameKey(name)]);
  if (taken && taken.id !== ownId)
    throw new Refusal('already_exists', `There is somebody named '${name}' already. Add an initial to tell them apart.`);
};

const refuseLastOwner = (ctx: QueryContext, id: number): void => {
  const other = ctx.db.row("SELECT 1 FROM staff WHERE role = 'owner' AND is_active = 1 AND id <> ? LIMIT 1", [id]);
  if (!other) throw new Refusal('last_owner', 'A shop always has an owner. Make somebody else an owner first.');
};
