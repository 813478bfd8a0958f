import { ActionIcon, Button, Skeleton, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentMethodInfo } from '../../../contract/payments.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useMethodName } from '../pay/method-picker.tsx';
import { useMay } from '../session/session.tsx';
import { MethodDialog } from './method-dialog.tsx';
import classes from './settings.module.css';

/** The ways to pay, in the order in which the till offers them. */
export const PaymentsSection = () => {
  const { t } = useTranslation();
  const manages = useMay()('payments.manage');
  const nameOf = useMethodName();
  const methods = useCall('paymentMethods.list', {});
  const update = useCommand('paymentMethods.update');
  const [editing, setEditing] = useState<PaymentMethodInfo | 'new' | null>(null);
  const list = methods.data ?? [];
  /** The places are numbered anew, so that equal numbers of old do not stand in the way. */
  const move = async (at: number, by: -1 | 1) => {
    const order = [...list];
    const [method] = order.splice(at, 1);
    if (!method) return;
    order.splice(at + by, 0, method);
    for (const [place, { code, display_order: now }] of order.entries()) {
      if (now !== place + 1) await update.run({ code, display_order: place + 1 });
    }
    await methods.refetch();
  };
  const toggle = async (method: PaymentMethodInfo) => {
    await update.run({ code: method.code, is_active: !method.is_active });
    await methods.refetch();
  };
  return (
    <section className={classes.card} aria-label={t('settings.sections.payments')}>
      <div className={classes.body}>
        <header className={classes.head}>
          <div>
            <h2 className={classes.title}>{t('settings.sections.payments')}</h2>
            <p className={classes.hint}>{t('settings.hints.payments')}</p>
          </div>
          {manages ? (
            <Button leftSection={<IconPlus size={20} />} onClick={() => setEditing('new')}>
              {t('settings.payments.add')}
            </Button>
          ) : null}
        </header>
        <Problem error={update.error ?? methods.error} />
        {methods.data ? (
          <ul className={classes.list} aria-label={t('settings.sections.payments')}>
            {list.map((method, at) => {
              const name = nameOf(method.code, method.name);
              return (
                <li key={method.code} className={classes.entry} data-off={method.is_active ? undefined : true}>
                  <span className={classes.entryMain}>
                    <span className={classes.entryName}>{name}</span>
                    {t(`settings.payments.kinds.${method.kind}`) === name ? null : (
                      <span className={classes.entryHint}>{t(`settings.payments.kinds.${method.kind}`)}</span>
                    )}
                  </span>
                  {manages ? (
                    <span className={classes.actions}>
                      <ActionIcon
                        aria-label={t('settings.payments.up', { name })}
                        disabled={at === 0 || update.busy}
                        onClick={() => void move(at, -1)}
                      >
                        <IconArrowUp size={22} />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t('settings.payments.down', { name })}
                        disabled={at === list.length - 1 || update.busy}
                        onClick={() => void move(at, 1)}
                      >
                        <IconArrowDown size={22} />
                      </ActionIcon>
                      <ActionIcon aria-label={t('settings.payments.rename', { name })} onClick={() => setEditing(method)}>
                        <IconPencil size={22} />
                      </ActionIcon>
                    </span>
                  ) : null}
                  <Switch
                    aria-label={t('settings.payments.offered', { name })}
                    checked={method.is_active}
                    disabled={!manages || update.busy}
                    onChange={() => void toggle(method)}
                  />
                </li>
              );
            })}
          </ul>
        ) : (
          <Skeleton height={240} radius={16} />
        )}
      </div>
      {editing === null ? null : (
        <MethodDialog
          method={editing === 'new' ? null : editing}
          existing={list}
          onClose={() => setEditing(null)}
          onSaved={() => void methods.refetch()}
        />
      )}
    </section>
  );
};
