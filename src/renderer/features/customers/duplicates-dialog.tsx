import { Skeleton } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCall } from '../../client/queries.ts';
import choice from '../../ui/choice.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../../ui/problem.tsx';
import classes from './customers.module.css';

/** Groups of customers that may be one each; one opens a customer, whose panel offers to merge. */
export const DuplicatesDialog = ({ path, onClose }: { path: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const groups = useCall('customers.duplicates', { per_page: 100 });
  const open = (id: number) => {
    onClose();
    navigate(`${path}/${id}`);
  };
  return (
    <Dialog title={t('customers.duplicates_title')} onClose={onClose} size={640}>
      <Problem error={groups.error} />
      {!groups.data && !groups.error ? <Skeleton height={240} radius={16} /> : null}
      {groups.data?.total === 0 ? (
        <Notice
          icon={<IconUserCheck size={32} />}
          title={t('customers.no_duplicates')}
          text={t('customers.no_duplicates_hint')}
          role="status"
        />
      ) : null}
      {groups.data && groups.data.total > 0 ? <p className={classes.more}>{t('customers.duplicates_hint')}</p> : null}
      {groups.data?.items.map((group) => (
        <section key={group.customers[0]?.id} className={classes.group} aria-label={group.customers[0]?.name}>
          <h3>{group.same.map((trait) => t(`customers.same_${trait}`)).join(', ')}</h3>
          <ul className={choice.list}>
            {group.customers.map((customer) => (
              <li key={customer.id}>
                <button type="button" className={choice.choice} onClick={() => open(customer.id)}>
                  <span className={choice.main}>
                    {customer.name}
                    <span className={choice.sub}>{[customer.phone, customer.email].filter(Boolean).join(' · ')}</span>
                  </span>
                  <span className={choice.side}>{t('customers.order_count', { count: customer.total_orders })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
};
