import { Button, Group, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import classes from './settings.module.css';

/** What the core wants to hear, in every language: it is a name, not a word. */
const CONFIRMATION = 'DISCARD';

/** Throws the demo café away: an empty shop with its owner and its settings is left. */
export const DiscardDemo = () => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <section className={classes.card} aria-label={t('settings.demo.title')}>
      <div className={classes.body}>
        <header className={classes.head}>
          <div>
            <h2 className={classes.title}>{t('settings.demo.title')}</h2>
            <p className={classes.hint}>{t('settings.demo.hint')}</p>
          </div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('settings.demo.discard')}
          </Button>
        </header>
      </div>
      {asking ? <Question onClose={() => setAsking(false)} /> : null}
    </section>
  );
};

const Question = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const discard = useCommand('setup.discardDemo');
  const [typed, setTyped] = useState('');
  const meant = typed.trim().toUpperCase() === CONFIRMATION;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!meant || !(await discard.run({ confirm: CONFIRMATION }))) return;
    onClose();
    // Nothing that was read is so still.
    await queries.resetQueries();
  };
  return (
    <Dialog title={t('settings.demo.question')} onClose={onClose}>
      <form className={classes.stack} onSubmit={(event) => void submit(event)} noValidate>
        <p>{t('settings.demo.text')}</p>
        <TextInput
          label={t('backups.type_to_confirm', { word: CONFIRMATION })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="characters"
          data-autofocus
        />
        <Problem error={discard.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.back')}
          </Button>
          <Button type="submit" color="red" disabled={!meant} loading={discard.busy}>
            {t('settings.demo.discard')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
