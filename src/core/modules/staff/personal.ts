import { PERMISSIONS, type Permission, type PersonalPermissions } from '../../../domain/permissions.ts';
import type { ReadDatabase } from '../../database/database.ts';

/** What one person may beside, or may not of, their role's permissions. A permission that no longer exists is left out. */
export const personalPermissions = (db: ReadDatabase, staffId: number): PersonalPermissions => {
  const rows = db.rows<{ permission: string; granted: number }>(
    'SELECT permission, granted FROM staff_permissions WHERE staff_id = ? ORDER BY permission',
    [staffId],
  );
  const known = (row: { permission: string }): boolean => (PERMISSIONS as readonly string[]).includes(row.permission);
  const of = (granted: number): Permission[] =>
    rows.filter((row) => row.granted === granted && known(row)).map((row) => row.permission as Permission);
  return { granted: of(1), withheld: of(0) };
};
