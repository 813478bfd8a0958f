import { OVERRIDABLE, type Permission } from '../../../domain/permissions.ts';
import { useMay } from '../session/session.tsx';

/** Whether a person may do it, alone or with a manager's PIN: only those who handle money are asked for one. */
export const useMayAsk = () => {
  const may = useMay();
  return (permission: Permission): boolean => may(permission) || (may('payments.take') && OVERRIDABLE.has(permission));
};
