import { Button, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Shift } from '../../../contract/shifts.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import { AmountField, AmountKeypad } from '../../ui/amount-field.tsx';
import { readAmount } from '../../ui/amount.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import classes from './shift.module.css';

/** Closes the shift with what was counted; what was expected is told afterwards, in the report. */
export const CloseShift = ({ shift, onClose }: { shift: Shift; onClose: () => void }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { currency } = useFormats();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const close = useCommand('shifts.close');
  const [text, setText] = useState('');
  const [notes, setNotes] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const pending = useCall('orders.list', { shift_id: shift.id, status: 'pending', per_page: 1 });
  const preparing = useCall('orders.list', { shift_id: shift.id, status: 'preparing', per_page: 1 });
  const ready = useCall('orders.list', { shift_id: shift.id, status: 'ready', per_page: 1 });
  const unfinished = [pending, preparing, ready].reduce((sum, list) => sum + (list.data?.total ?? 0), 0);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const closing_cash = readAmount(text, currency);
    setFault(
      closing_cash === null ? t(text.trim() === '' ? 'shift.amount_missing' : 'shift.amount_wrong', { currency: currency.code }) : null,
    );
    if (closing_cash === null) return;
    const closed = await close.run({ shift_id: shift.id, closing_cash, notes: notes.trim() === '' ? null : notes.trim() });
    void queries.invalidateQueries({ queryKey: ['shifts'] });
    if (!closed) return;
    onClose();
    if (may('shifts.report')) navigate(`/shift/${shift.id}`);
  };
  return (
    <Dialog title={t('shift.close_title', { id: shift.id })} onClose={onClose} size={760}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className={classes.beside}>
          <Stack gap="md">
            <p className={classes.hint}>{t('shift.close_hint')}</p>
            {unfinished > 0 ? <p className={classes.caution}>{t('shift.still_open', { count: unfinished })}</p> : null}
            <AmountField label={t('shift.counted')} text={text} onText={setText} error={fault} autoFocus />
            <TextInput
              label={`${t('shift.note')} (${t('app.optional')})`}
              value={notes}
              onChange={(event) => setNotes(event.currentTarget.value)}
              maxLength={2000}
              autoComplete="off"
            />
            <Problem error={close.error} />
            <Button type="submit" size="lg" loading={close.busy}>
              {t('shift.close_confirm')}
            </Button>
          </Stack>
          <AmountKeypad text={text} onText={setText} />
        </div>
      </form>
    </Dialog>
  );
};
