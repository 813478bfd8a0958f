import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApprovals, type PendingApproval } from '../../client/approvals.ts';
import type { CallFailure } from '../../client/failure.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PinEntry } from '../lock/pin-entry.tsx';
import { useSession } from '../session/session.tsx';
import classes from './approval.module.css';

/** Asks for a manager's PIN in place whenever a call needs one; see client/approvals. Mounted once, over every screen. */
export const ApprovalDialog = () => {
  const pending = useApprovals((state) => state.pending);
  return pending ? <Question pending={pending} /> : null;
};

const Question = ({ pending }: { pending: PendingApproval }) => {
  const { t } = useTranslation();
  const { staff, person } = useSession();
  const managers = staff.filter(({ id, role }) => (role === 'manager' || role === 'owner') && id !== person?.id);
  const [chosen, setChosen] = useState<number | null>(managers.length === 1 ? (managers[0]?.id ?? null) : null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallFailure | null>(null);
  const submit = async (staff_id: number, pin: string) => {
    setBusy(true);
    setError(await pending.submit({ staff_id, pin }));
    setBusy(false);
  };
  return (
    <Dialog title={t('approval.title')} onClose={pending.cancel}>
      <div className={classes.question}>
        <p className={classes.what}>{pending.what === null ? pending.refusal.message : t('approval.what_for', { what: pending.what })}</p>
        {managers.length === 0 ? (
          <Notice title={t('approval.nobody')} />
        ) : (
          <>
            <PinEntry
              people={managers}
              chosen={chosen}
              onChoose={setChosen}
              who={t('approval.who')}
              enterLabel={t('approval.allow')}
              busy={busy}
              error={error}
              onTyped={() => setError(null)}
              onEnter={submit}
            />
            <p className={classes.kept}>{t('approval.both_kept')}</p>
          </>
        )}
      </div>
    </Dialog>
  );
};
