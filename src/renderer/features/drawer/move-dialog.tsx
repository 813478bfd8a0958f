import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { AmountField, AmountKeypad } from '../../ui/amount-field.tsx';
import { readAmount } from '../../ui/amount.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import { useFormats } from '../session/session.tsx';
import shiftClasses from '../shift/shift.module.css';
import type { MovementKind } from './kinds.ts';

const REASONS = {
  paid_in: ['change', 'float', 'other'],
  paid_out: ['supplier', 'float', 'other'],
  drop: ['too_much', 'end', 'other'],
  no_sale: ['change_note', 'check', 'other'],
} as const satisfies Record<MovementKind, readonly string[]>;

interface MoveDialogProps {
  readonly kind: MovementKind;
  readonly onClose: () => void;
  readonly onMoved: (movementId: number) => void;
}

/** Cash into or out of the drawer apart from sales, or the drawer opened with no sale; each with its reason. */
export const MoveDialog = ({ kind, onClose, onMoved }: MoveDialogProps) => {
  const { t } = useTranslation();
  const { currency, money } = useFormats();
  const queries = useQueryClient();
  const move = useCommand('drawer.move');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const moves = kind !== 'no_sale';
  const amount = moves ? readAmount(text, currency) : 0;
  const amountMissing = moves && !amount;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (amountMissing || amount === null || reason.trim() === '') return;
    const what = moves ? `${t(`drawer.${kind}.title`)}, ${money(amount)}` : t(`drawer.${kind}.title`);
    const made = await move.run({ kind, amount, reason: reason.trim() }, what);
    if (!made) return;
    void queries.invalidateQueries({ queryKey: ['drawer'] });
    void queries.invalidateQueries({ queryKey: ['shifts'] });
    onMoved(made.id);
    onClose();
  };
  const fields = (
    <Stack gap="md">
      <p className={shiftClasses.hint}>{t(`drawer.${kind}.hint`)}</p>
      {moves ? (
        <AmountField
          label={t('expense.amount')}
          text={text}
          onText={setText}
          autoFocus
          error={
            tried && amountMissing
              ? t(text.trim() === '' || amount === 0 ? 'expense.amount_missing' : 'shift.amount_wrong', { currency: currency.code })
              : null
          }
        />
      ) : null}
      <ReasonField
        label={t('drawer.reason')}
        suggestions={REASONS[kind].map((name) => t(`drawer.reasons.${name}`))}
        value={reason}
        onChange={setReason}
        error={tried && reason.trim() === '' ? t('drawer.reason_missing') : null}
        autoFocus={!moves}
      />
      <Problem error={move.error} />
      <Button type="submit" size="lg" loading={move.busy}>
        {t(`drawer.${kind}.confirm`)}
      </Button>
    </Stack>
  );
  return (
    <Dialog title={t(`drawer.${kind}.title`)} onClose={onClose} size={moves ? 840 : 480}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {moves ? (
          <div className={shiftClasses.beside}>
            {fields}
            <AmountKeypad text={text} onText={setText} />
          </div>
        ) : (
          fields
        )}
      </form>
    </Dialog>
  );
};
