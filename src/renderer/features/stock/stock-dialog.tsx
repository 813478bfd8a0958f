import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { readAmount } from '../../ui/amount.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './stock.module.css';

export type Act = 'receive' | 'count' | 'adjust' | 'waste' | 'track' | 'untrack';

interface StockDialogProps {
  readonly act: Act;
  readonly item: { readonly id: number; readonly name: string; readonly stock_qty: number };
  /** What was done, in words. */
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** A typed whole number: digits, and for a correction a sign; null when it is none. */
const wholeOf = (text: string, isSigned: boolean): number | null => {
  const plain = text.trim().replace('−', '-');
  return (isSigned ? /^[+-]?\d{1,7}$/ : /^\d{1,7}$/).test(plain) ? Number(plain) : null;
};

const REASONS = { adjust: ['found', 'lost', 'own_use'], waste: ['spoiled', 'expired', 'dropped'] } as const;

/** One act on one item's stock. */
export const StockDialog = ({ act, item, onDone, onClose }: StockDialogProps) => {
  const { t } = useTranslation();
  const { currency, locale } = useFormats();
  // What the screen said when the counting began: what is sold meanwhile is not lost.
  const [seen] = useState(Math.max(0, item.stock_qty));
  const [text, setText] = useState('');
  const [cost, setCost] = useState('');
  const [supplier, setSupplier] = useState('');
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const commands = {
    receive: useCommand('stock.receive'),
    count: useCommand('stock.count'),
    adjust: useCommand('stock.adjust'),
    waste: useCommand('stock.waste'),
    track: useCommand('stock.track'),
  };
  const command = commands[act === 'untrack' ? 'track' : act];
  const quantity = wholeOf(text, act === 'adjust');
  const needsReason = act === 'adjust' || act === 'waste';
  const unitCost = cost.trim() === '' ? null : readAmount(cost, currency);
  const quantityFault = act === 'untrack' ? null : faultOf(quantity, act);
  const costFault = cost.trim() !== '' && unitCost === null;
  const reasonFault = needsReason && reason.trim() === '';

  const run = async (count: number): Promise<number | null> => {
    if (act === 'receive') {
      const done = await commands.receive.run({
        item_id: item.id,
        quantity: count,
        unit_cost: unitCost,
        supplier,
        reference,
        note: reason,
      });
      return done?.stock_qty ?? null;
    }
    if (act === 'count') {
      const done = await commands.count.run({ lines: [{ item_id: item.id, counted: count, seen }], note: reason });
      return done?.counts[0]?.stock_qty ?? null;
    }
    if (act === 'adjust' || act === 'waste') {
      const done = await commands[act].run({ item_id: item.id, quantity: count, reason: reason.trim() });
      return done?.stock_qty ?? null;
    }
    const done = await commands.track.run({ item_id: item.id, is_tracked: act === 'track', quantity: count, note: reason });
    return done?.stock_qty ?? null;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (quantityFault || costFault || reasonFault) return;
    const left = await run(quantity ?? 0);
    if (left === null) return;
    onDone(
      act === 'untrack' ? t('stock.said_untracked') : t('stock.said', { act: t(`stock.done_${act}`), left: left.toLocaleString(locale) }),
    );
    onClose();
  };
  return (
    <Dialog title={t(`stock.title_${act}`, { name: item.name })} onClose={onClose} size={520}>
      <form onSubmit={(event) => void submit(event)} className={classes.form} noValidate>
        <p className={classes.quiet}>{t(`stock.text_${act}`)}</p>
        {act === 'untrack' ? null : (
          <TextInput
            label={t(`stock.quantity_${act}`)}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={tried && quantityFault ? t(quantityFault) : null}
            inputMode={act === 'adjust' ? 'text' : 'numeric'}
            autoComplete="off"
            maxLength={8}
            data-autofocus
          />
        )}
        {act === 'receive' ? (
          <>
            <AmountField
              label={`${t('stock.unit_cost')} (${t('app.optional')})`}
              text={cost}
              onText={setCost}
              error={tried && costFault ? t('shift.amount_wrong', { currency: currency.code }) : null}
              plain
            />
            <TextInput
              label={`${t('stock.supplier')} (${t('app.optional')})`}
              value={supplier}
              onChange={(event) => setSupplier(event.currentTarget.value)}
              maxLength={100}
              autoComplete="off"
            />
            <TextInput
              label={`${t('stock.reference')} (${t('app.optional')})`}
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
              maxLength={100}
              autoComplete="off"
            />
          </>
        ) : null}
        {needsReason ? (
          <ReasonField
            label={t('stock.reason')}
            suggestions={REASONS[act].map((words) => t(`stock.because_${words}`))}
            value={reason}
            onChange={setReason}
            error={tried && reasonFault ? t('stock.reason_missing') : null}
          />
        ) : (
          <TextInput
            label={`${t('stock.note')} (${t('app.optional')})`}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={300}
            autoComplete="off"
          />
        )}
        <Problem error={command.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" size="lg" onClick={onClose}>
            {t('app.back')}
          </Button>
          <Button type="submit" size="lg" loading={command.busy}>
            {t(`stock.do_${act}`)}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};

const faultOf = (quantity: number | null, act: Act) => {
  if (quantity === null) return 'stock.fault_whole' as const;
  if (quantity === 0 && (act === 'receive' || act === 'waste')) return 'stock.fault_more' as const;
  if (quantity === 0 && act === 'adjust') return 'stock.fault_nothing' as const;
  return null;
};
