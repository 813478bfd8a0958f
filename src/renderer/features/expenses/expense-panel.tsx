import { Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Expense } from '../../../contract/expenses.ts';
import { useCall } from '../../client/queries.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { readAmount, writeAmount } from '../../ui/amount.ts';
import { amountOf, EditPanel, RemoveButton, textOf, useEditing } from '../../ui/list/index.ts';
import { ReasonField } from '../../ui/reason-field.tsx';
import { useFormats, useSession } from '../session/session.tsx';
import { useOpenShift } from '../till/use-open-shift.ts';
import { dayOfExpense, noonOf } from './expense-day.ts';
import classes from './expenses.module.css';

interface ExpensePanelProps {
  readonly path: string;
  readonly expense: Expense | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

interface Values {
  category: string;
  amount: string;
  date: string;
  description: string;
  paid_from_till: boolean;
  shift_id: number | null;
}

const SUGGESTED = 6;

/** One expense. What was paid out of a drawer that was counted since can no longer be changed; the rest of it can. */
export const ExpensePanel = ({ path, expense, readOnly, onClose }: ExpensePanelProps) => {
  const { t } = useTranslation();
  const { currency, locale, money, day } = useFormats();
  const { shop } = useSession();
  const categories = useCall('expenses.categories', {});
  const shift = useOpenShift();
  const [today] = useState(() => dayOfExpense(new Date().toISOString(), shop));
  const isCounted = expense?.paid_from_till === true && shift !== undefined && expense.shift_id !== (shift?.id ?? null);
  const editing = useEditing({
    path,
    record: expense,
    blank: { category: '', amount: '', date: today, description: '', paid_from_till: false, shift_id: null },
    read: (row: Expense): Values => ({
      category: row.category,
      amount: writeAmount(row.amount, currency, locale),
      date: dayOfExpense(row.date, shop),
      description: row.description ?? '',
      paid_from_till: row.paid_from_till,
      shift_id: row.shift_id,
    }),
    input: (values) => ({
      category: values.category.trim(),
      amount: readAmount(values.amount, currency) ?? Number.NaN,
      // Of today: the moment at which it is put in.
      date: values.date === today && !expense ? undefined : values.date === '' ? '' : noonOf(values.date, shop),
      description: values.description.trim() === '' ? null : values.description.trim(),
      paid_from_till: values.paid_from_till,
      shift_id: values.shift_id ?? (values.paid_from_till ? (shift?.id ?? null) : null),
    }),
    create: 'expenses.create',
    update: 'expenses.update',
    get: 'expenses.get',
    idKey: 'expense_id',
    nameOf: (row) => row.category,
  });
  const { values, set } = editing;
  return (
    <EditPanel
      title={expense?.category ?? t('expenses.new')}
      editing={editing}
      onClose={onClose}
      readOnly={readOnly}
      createLabel={t('expenses.add')}
      labels={{
        category: t('expenses.category'),
        amount: t('expenses.amount'),
        date: t('expenses.date'),
        description: t('expenses.description'),
        paid_from_till: t('expenses.source'),
        shift_id: t('expenses.shift'),
      }}
      show={(field, of) => {
        if (field === 'amount') return money(readAmount(of.amount, currency) ?? 0);
        if (field === 'date') return of.date === '' ? t('list.nothing') : day(of.date);
        if (field === 'paid_from_till') return t(of.paid_from_till ? 'expenses.from_till' : 'expenses.not_from_till');
        if (field === 'shift_id') return of.shift_id === null ? t('list.nothing') : String(of.shift_id);
        return of[field] === '' ? t('list.nothing') : of[field];
      }}
      more={
        expense && !readOnly && !isCounted ? (
          <RemoveButton
            operation="expenses.delete"
            input={{ expense_id: expense.id }}
            version={expense.version}
            name={expense.category}
            text={expense.paid_from_till ? t('expenses.delete_till') : t('expenses.delete_elsewhere')}
            onDone={onClose}
          />
        ) : null
      }
    >
      {isCounted ? (
        <p className={classes.note} role="note">
          {t('expenses.counted', { shift: expense.shift_id })}
        </p>
      ) : null}
      <ReasonField
        label={t('expenses.category')}
        suggestions={(categories.data ?? []).slice(0, SUGGESTED).map(({ category }) => category)}
        value={values.category}
        onChange={(category) => set('category', category)}
        error={editing.faults.category ?? null}
      />
      <AmountField label={t('expenses.amount')} {...amountOf(editing, 'amount')} plain />
      <TextInput type="date" label={t('expenses.date')} {...textOf(editing, 'date')} max={today} />
      <Switch
        label={t('expenses.from_till')}
        description={t(shift === null && !values.paid_from_till ? 'expenses.no_shift' : 'expenses.from_till_hint')}
        checked={values.paid_from_till}
        disabled={isCounted || (shift === null && !values.paid_from_till)}
        onChange={(event) => set('paid_from_till', event.currentTarget.checked)}
      />
      <Textarea label={t('expenses.description')} {...textOf(editing, 'description')} autosize minRows={2} maxRows={6} />
    </EditPanel>
  );
};
