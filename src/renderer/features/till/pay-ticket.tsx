import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PayPanel } from '../pay/pay-panel.tsx';
import { stopPaying, usePayStore } from '../pay/pay-store.ts';
import { dueAfter } from '../pay/tenders.ts';
import { useFormats } from '../session/session.tsx';
import type { TillActions } from './use-till.ts';

/** Pays the ticket at the till. Nothing is stored before the order is placed, which happens with the last part. */
export const PayTicket = ({ total, till }: { total: number; till: TillActions }) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const { paying, parts } = usePayStore();
  const [leaving, setLeaving] = useState(false);
  const back = () => (parts.length > 0 ? setLeaving(true) : stopPaying());
  const due = dueAfter(total, parts);
  const collected = parts.reduce((sum, { tender }) => sum + tender.amount + tender.rounding + tender.tip, 0);
  if (total === 0) {
    return (
      <Notice title={t('pay.nothing_due')} text={t('pay.nothing_due_hint')}>
        <Button size="xl" data-autofocus autoFocus onClick={() => till.place([])} loading={till.placing.busy}>
          {t('pay.finish')}
        </Button>
        <Button variant="subtle" onClick={stopPaying}>
          {t('app.back')}
        </Button>
      </Notice>
    );
  }
  return (
    <>
      <PayPanel
        title={t('pay.title')}
        due={due}
        firstKind={paying ?? 'cash'}
        taken={parts.map(({ request, name, tender }, index) => ({
          key: String(index),
          method: request.method,
          name,
          amount: tender.amount,
          tip: tender.tip,
          onRemove: () => usePayStore.setState({ parts: parts.filter((_, at) => at !== index) }),
        }))}
        busy={till.placing.busy}
        error={till.placing.error}
        onTake={(part) => till.take(part, part.request.amount === null)}
        onRetry={till.retry}
        onLater={() => till.place(parts)}
        onBack={back}
      />
      {leaving ? (
        <Confirm
          title={t('pay.leave_title')}
          text={t('pay.leave_text', { amount: money(collected) })}
          keep={t('pay.leave_keep')}
          confirm={t('pay.leave')}
          onKeep={() => setLeaving(false)}
          onConfirm={stopPaying}
        />
      ) : null}
    </>
  );
};
