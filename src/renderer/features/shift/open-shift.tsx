import { Button, TextInput } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Problem } from '../../ui/problem.tsx';
import { type CountDraft, EMPTY_COUNT } from '../drawer/count-draft.ts';
import { CountEntry, useCounted } from '../drawer/count-entry.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './shift.module.css';

/** Opens a shift with the cash that lies in the drawer, entered as a sum or counted by notes and coins. */
export const OpenShift = () => {
  const { t } = useTranslation();
  const { currency } = useFormats();
  const queries = useQueryClient();
  const open = useCommand('shifts.open');
  const [draft, setDraft] = useState<CountDraft>({ ...EMPTY_COUNT, way: 'sum' });
  const [notes, setNotes] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const counted = useCounted(draft);
  const submit = async () => {
    if (!counted) {
      const isEmpty = draft.way === 'pieces' || draft.sum.trim() === '';
      return setFault(t(isEmpty ? 'shift.amount_missing' : 'shift.amount_wrong', { currency: currency.code }));
    }
    setFault(null);
    await open.run({ opening_cash: counted.amount, notes: notes.trim() === '' ? null : notes.trim() });
    await queries.invalidateQueries({ queryKey: ['shifts'] });
  };
  useShortcuts('shift', { open_or_close: () => void submit() });
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
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        noValidate
      >
        <CountEntry
          draft={draft}
          onChange={(change) => {
            setFault(null);
            setDraft((before) => ({ ...before, ...change }));
          }}
          label={t('shift.float')}
          error={fault}
          onEnd={() => void submit()}
          isPart
        >
          <TextInput
            label={`${t('shift.note')} (${t('app.optional')})`}
            value={notes}
            onChange={(event) => setNotes(event.currentTarget.value)}
            maxLength={2000}
            autoComplete="off"
          />
          <Problem error={open.error} />
          <Button type="submit" size="xl" loading={open.busy} rightSection={<Keycap>F10</Keycap>}>
            {t('shift.open')}
          </Button>
        </CountEntry>
      </form>
    </section>
  );
};
