import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../../../contract/shifts.ts';
import { queryKeyOf, useCommand } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import { changeDraft, EMPTY_COUNT, forgetDraft, useCountDrafts } from './count-draft.ts';
import { CountEntry, useCounted } from './count-entry.tsx';
import classes from './count.module.css';
import { UnfinishedOrders } from './unfinished-orders.tsx';

interface DrawerCountProps {
  readonly shift: Shift;
  /** A count was submitted before; this one corrects it, and both are kept. */
  readonly isAgain: boolean;
  readonly onCounted: () => void;
}

/** The drawer counted blind: nothing here knows what should be in it. */
export const DrawerCount = ({ shift, isAgain, onCounted }: DrawerCountProps) => {
  const { t } = useTranslation();
  const { currency } = useFormats();
  const queries = useQueryClient();
  const submitCount = useCommand('shifts.count');
  const draft = useCountDrafts(({ drafts }) => drafts[shift.id] ?? EMPTY_COUNT);
  const counted = useCounted(draft);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async () => {
    if (!counted) {
      const sum = draft.sum.trim() === '' ? 'shift.amount_missing' : 'shift.amount_wrong';
      return setFault(t(draft.way === 'pieces' ? 'count.nothing' : sum, { currency: currency.code }));
    }
    setFault(null);
    const { amount, denominations } = counted;
    const kept = await submitCount.run({ shift_id: shift.id, amount, ...(denominations ? { denominations } : {}) });
    if (!kept) return;
    await queries.invalidateQueries({ queryKey: queryKeyOf('shifts.counts', { shift_id: shift.id }) });
    forgetDraft(shift.id);
    onCounted();
  };
  useShortcuts('count', { submit: () => void submit() });
  return (
    <>
      <UnfinishedOrders shiftId={shift.id} />
      <CountEntry
        draft={draft}
        onChange={(change) => {
          setFault(null);
          changeDraft(shift.id, change);
        }}
        label={t('count.counted')}
        error={fault}
        onEnd={() => void submit()}
      >
        <Problem error={submitCount.error} />
        {isAgain ? <p className={classes.hint}>{t('count.again_hint')}</p> : null}
        <Button size="xl" onClick={() => void submit()} loading={submitCount.busy} rightSection={<Keycap>F10</Keycap>}>
          {t('count.submit')}
        </Button>
      </CountEntry>
    </>
  );
};
