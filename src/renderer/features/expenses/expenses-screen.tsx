import { IconReceipt2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Expense } from '../../../contract/expenses.ts';
import { useCall } from '../../client/queries.ts';
import { type Column, type Filter, ListPage, RecordPanel } from '../../ui/list/index.ts';
import { useFormats, useMay, useSession } from '../session/session.tsx';
import { dayOfExpense } from './expense-day.ts';
import { ExpensePanel } from './expense-panel.tsx';
import classes from './expenses.module.css';

const PATH = '/office/expenses';

/** What the shop spent, from the till or otherwise. */
export const ExpensesScreen = () => {
  const { t } = useTranslation();
  const { money, locale } = useFormats();
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const { shop } = useSession();
  const may = useMay();
  const categories = useCall('expenses.categories', {});
  const columns: readonly Column<Expense>[] = [
    { key: 'category', label: t('expenses.category'), sort: 'category', rank: 1, cell: (expense) => expense.category },
    {
      key: 'date',
      label: t('expenses.date'),
      sort: 'date',
      firstOrder: 'desc',
      rank: 1,
      cell: (expense) => days.format(new Date(`${dayOfExpense(expense.date, shop)}T00:00:00Z`)),
    },
    { key: 'description', label: t('expenses.description'), rank: 3, cell: (expense) => expense.description ?? '' },
    {
      key: 'till',
      label: t('expenses.source'),
      rank: 2,
      cell: (expense) => (
        <span className={classes.source} data-till={expense.paid_from_till || undefined}>
          {t(expense.paid_from_till ? 'expenses.till' : 'expenses.other')}
        </span>
      ),
    },
    {
      key: 'amount',
      label: t('expenses.amount'),
      sort: 'amount',
      firstOrder: 'desc',
      rank: 1,
      align: 'end',
      cell: (expense) => money(expense.amount),
    },
  ];
  const filters: readonly Filter[] = [
    {
      kind: 'choice',
      key: 'category',
      label: t('expenses.category'),
      any: t('expenses.all_categories'),
      options: (categories.data ?? []).map(({ category }) => ({ value: category, name: category })),
    },
    {
      kind: 'boolean',
      key: 'paid_from_till',
      label: t('expenses.source'),
      any: t('expenses.any_source'),
      yes: t('expenses.from_till'),
      no: t('expenses.not_from_till'),
    },
    { kind: 'days', from: 'start_date', to: 'end_date', label: t('expenses.days') },
  ];
  return (
    <ListPage
      title={t('office.pages.expenses')}
      path={PATH}
      operation="expenses.list"
      exports="exports.expenses"
      columns={columns}
      filters={filters}
      sorted={{ sort: 'date', order: 'desc' }}
      searchLabel={t('expenses.search')}
      keyOf={(expense) => expense.id}
      summary={(found) => (
        <dl className={classes.sums}>
          <div>
            <dt>{t('expenses.total')}</dt>
            <dd>{money(found.amount_total)}</dd>
          </div>
          <div>
            <dt>{t('expenses.of_that_till')}</dt>
            <dd>{money(found.from_till_total)}</dd>
          </div>
        </dl>
      )}
      empty={{ icon: <IconReceipt2 size={32} />, title: t('expenses.none'), text: t('expenses.none_hint') }}
      addLabel={may('expenses.create') ? t('expenses.add') : undefined}
      panel={(open, close) =>
        open === 'new' ? (
          <ExpensePanel key="new" path={PATH} expense={null} readOnly={!may('expenses.create')} onClose={close} />
        ) : (
          <RecordPanel key={open} operation="expenses.get" input={{ expense_id: open }} onClose={close}>
            {(expense) => <ExpensePanel path={PATH} expense={expense} readOnly={!may('expenses.manage')} onClose={close} />}
          </RecordPanel>
        )
      }
    />
  );
};
