import { Button } from '@mantine/core';
import { IconUsersGroup, IconUserSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../contract/customers.ts';
import { type Column, ListPage, RecordPanel } from '../../ui/list/index.ts';
import { useFormats, useMay, useSession } from '../session/session.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import classes from './customers.module.css';
import { DuplicatesDialog } from './duplicates-dialog.tsx';

const PATH = '/office/customers';

/** Who comes, how often, and what for. */
export const CustomersScreen = () => {
  const { t } = useTranslation();
  const { money, locale } = useFormats();
  const { shop } = useSession();
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: shop.time_zone });
  const may = useMay();
  const [looks, setLooks] = useState(false);
  const columns: readonly Column<Customer>[] = [
    { key: 'name', label: t('customers.name'), sort: 'name', rank: 1, cell: (customer) => customer.name },
    { key: 'phone', label: t('customers.phone'), rank: 2, cell: (customer) => <span className={classes.whole}>{customer.phone}</span> },
    { key: 'email', label: t('customers.email'), rank: 3, cell: (customer) => customer.email ?? '' },
    {
      key: 'last',
      label: t('customers.last_order'),
      sort: 'last_order_at',
      firstOrder: 'desc',
      rank: 3,
      cell: (customer) => (
        <span className={classes.whole}>
          {customer.last_order_at === null ? t('customers.never') : days.format(new Date(customer.last_order_at))}
        </span>
      ),
    },
    {
      key: 'orders',
      label: t('customers.orders'),
      sort: 'total_orders',
      firstOrder: 'desc',
      align: 'end',
      rank: 2,
      cell: (customer) => customer.total_orders.toLocaleString(locale),
    },
    {
      key: 'spent',
      label: t('customers.spent'),
      sort: 'total_spent',
      firstOrder: 'desc',
      align: 'end',
      rank: 1,
      cell: (customer) => money(customer.total_spent),
    },
  ];
  return (
    <>
      <ListPage
        title={t('office.pages.customers')}
        path={PATH}
        operation="customers.list"
        exports="exports.customers"
        columns={columns}
        sorted={{ sort: 'name', order: 'asc' }}
        searchLabel={t('customers.search')}
        keyOf={(customer) => customer.id}
        isOff={(customer) => customer.anonymised_at !== null}
        empty={{ icon: <IconUsersGroup size={32} />, title: t('customers.none'), text: t('customers.none_hint') }}
        addLabel={may('customers.manage') ? t('customers.add') : undefined}
        actions={
          may('customers.delete') ? (
            <Button variant="default" leftSection={<IconUserSearch size={20} aria-hidden="true" />} onClick={() => setLooks(true)}>
              {t('customers.find_duplicates')}
            </Button>
          ) : null
        }
        panel={(open, close) =>
          open === 'new' ? (
            <CustomerPanel key="new" path={PATH} customer={null} onClose={close} />
          ) : (
            <RecordPanel key={open} operation="customers.get" input={{ customer_id: open }} onClose={close}>
              {(customer) => <CustomerPanel path={PATH} customer={customer} onClose={close} />}
            </RecordPanel>
          )
        }
      />
      {looks ? <DuplicatesDialog path={PATH} onClose={() => setLooks(false)} /> : null}
    </>
  );
};
