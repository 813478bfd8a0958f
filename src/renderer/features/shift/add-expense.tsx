import { Button, Stack, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { AmountField, AmountKeypad } from '../../ui/amount-field.tsx';
import { readAmount } from '../../ui/amount.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './shift.module.css';

const SUGGESTIONS = ['supplies', 'milk', 'cleaning', 'repairs', 'other'] as const;

/** An expense of the open shift, from the till or not. */
export const AddExpense = ({ shiftId, onClose }: { shiftId: number; onClose: () => void }) => {
  const { t } = useTranslation();
  const { currency } = useFormats();
  const queries = useQueryClient();
  const create = useCommand('expenses.create');
  const [category, setCategory] = useState('');
  const [text, setText] = useState('');
  const [description, setDescription] = useState('');
  const [fromTill, setFromTill] = useState(true);
  const [tried, setTried] = useState(false);
  const amount = readAmount(text, currency);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (category.trim() === '' || !amount) return;
    const made = await create.run({
      category: category.trim(),
      amount,
      shift_id: shiftId,
      paid_from_till: fromTill,
      description: description.trim() === '' ? null : description.trim(),
    });
    if (!made) return;
    void queries.invalidateQueries({ queryKey: ['expenses'] });
    void queries.invalidateQueries({ queryKey: ['shifts'] });
    onClose();
  };
  return (
    <Dialog title={t('expense.title')} onClose={onClose} size={840}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className={classes.beside}>
          <Stack gap="md">
            <TextInput
              label={t('expense.category')}
              value={category}
              onChange={(event) => setCategory(event.currentTarget.value)}
              error={tried && category.trim() === '' ? t('expense.category_missing') : null}
              maxLength={100}
              autoComplete="off"
              data-autofocus
            />
            <div className={classes.suggestions} role="group" aria-label={t('expense.suggestions')}>
              {SUGGESTIONS.map((name) => (
                <button key={name} type="button" className={classes.suggestion} onClick={() => setCategory(t(`expense.${name}`))}>
                  {t(`expense.${name}`)}
                </button>
              ))}
            </div>
            <AmountField
              label={t('expense.amount')}
              text={text}
              onText={setText}
              error={
                tried && !amount
                  ? t(text.trim() === '' || amount === 0 ? 'expense.amount_missing' : 'shift.amount_wrong', { currency: currency.code })
                  : null
              }
            />
            <TextInput
              label={`${t('expense.description')} (${t('app.optional')})`}
              value={description}
              onChange={(event) => setDescription(event.currentTarget.value)}
              maxLength={1000}
              autoComplete="off"
            />
            <Switch
              size="lg"
              label={t('expense.from_till')}
              checked={fromTill}
              onChange={(event) => setFromTill(event.currentTarget.checked)}
            />
            <Problem error={create.error} />
            <Button type="submit" size="lg" loading={create.busy}>
              {t('expense.add')}
            </Button>
          </Stack>
          <AmountKeypad text={text} onText={setText} />
        </div>
      </form>
    </Dialog>
  );
};
