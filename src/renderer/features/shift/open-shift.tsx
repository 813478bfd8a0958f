import { Button, TextInput } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { AmountField, AmountKeypad } from '../../ui/amount-field.tsx';
import { readAmount } from '../../ui/amount.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './shift.module.css';

/** Opens a shift with the cash that lies in the drawer. */
export const OpenShift = () => {
  const { t } = useTranslation();
  const { currency } = useFormats();
  const queries = useQueryClient();
  const open = useCommand('shifts.open');
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState('');
  const [notes, setNotes] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const opening_cash = readAmount(text, currency);
    setFault(
      opening_cash === null ? t(text.trim() === '' ? 'shift.amount_missing' : 'shift.amount_wrong', { currency: currency.code }) : null,
    );
    if (opening_cash === null) return;
    await open.run({ opening_cash, notes: notes.trim() === '' ? null : notes.trim() });
    await queries.invalidateQueries({ queryKey: ['shifts'] });
  };
  useShortcuts('shift', { open_or_close: () => form.current?.requestSubmit() });
  return (
    <section className={classes.card} aria-label={t('shift.open')}>
      <div className={classes.lead}>
        <span className={classes.leadIcon}>
          <IconCash size={28} aria-hidden="true" />
        </span>
        <div>
          <h2 className={classes.title}>{t('shift.none_open')}</h2>
          <p className={classes.hint}>{t('shift.none_open_hint')}</p>
        </div>
      </div>
      <form ref={form} className={classes.beside} onSubmit={(event) => void submit(event)} noValidate>
        <div className={classes.form}>
          <AmountField label={t('shift.float')} text={text} onText={setText} error={fault} autoFocus />
          <TextInput
            label={`${t('shift.note')} (${t('app.optional')})`}
            value={notes}
            onChange={(event) => setNotes(event.currentTarget.value)}
            maxLength={2000}
            autoComplete="off"
          />
          <Problem error={open.error} />
          <Button type="submit" size="lg" loading={open.busy}>
            {t('shift.open')}
          </Button>
        </div>
        <AmountKeypad text={text} onText={setText} />
      </form>
    </section>
  );
};
