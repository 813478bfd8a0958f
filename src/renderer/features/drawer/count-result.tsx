import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CashCount } from '../../../contract/drawer.ts';
import type { Shift } from '../../../contract/shifts.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { readAmount } from '../../ui/amount.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import classes from './count.module.css';
import { UnfinishedOrders } from './unfinished-orders.tsx';
import { Verdict } from './verdict.tsx';

interface CountResultProps {
  readonly shift: Shift;
  readonly count: CashCount;
  /** All of the shift, newest first. */
  readonly counts: readonly CashCount[];
  readonly onAgain: () => void;
}

/** What the count came to against what should be there; a comment where the shop wants one, and the close. */
export const CountResult = ({ shift, count, counts, onAgain }: CountResultProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { currency, money } = useFormats();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const settings = useCall('settings.get', {});
  const close = useCommand('shifts.close');
  const form = useRef<HTMLFormElement>(null);
  const [comment, setComment] = useState('');
  const [float, setFloat] = useState('');
  const [tried, setTried] = useState(false);
  const limit = settings.data?.over_short_comment_above ?? null;
  const difference = count.over_short;
  const needsComment = limit !== null && Math.abs(difference) > limit;
  const floatLeft = float.trim() === '' ? null : readAmount(float, currency);
  const floatFault = (): string | null => {
    if (float.trim() === '') return null;
    if (floatLeft === null) return t('shift.amount_wrong', { currency: currency.code });
    return floatLeft > count.amount ? t('count.float_too_large') : null;
  };
  const commentMissing = needsComment && comment.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (commentMissing || floatFault() !== null) return;
    const closed = await close.run(
      { shift_id: shift.id, float_left: floatLeft, over_short_comment: comment.trim() === '' ? null : comment.trim() },
      t('count.approve', { amount: money(Math.abs(difference)), word: t(difference < 0 ? 'count.short' : 'count.over') }),
    );
    void queries.invalidateQueries({ queryKey: ['shifts'] });
    if (!closed) return;
    navigate(closed.z_number !== null && may('shifts.z_report') ? `/shift/z/${closed.z_number}` : `/shift/${closed.id}`);
  };
  useShortcuts('count', { submit: () => form.current?.requestSubmit(), again: onAgain });
  return (
    <>
      <UnfinishedOrders shiftId={shift.id} />
      <div className={classes.result}>
        <Verdict count={count} counts={counts} />
        <form ref={form} className={classes.closing} onSubmit={(event) => void submit(event)} noValidate>
          {difference === 0 ? null : (
            <TextInput
              label={needsComment ? t('count.comment') : `${t('count.comment')} (${t('app.optional')})`}
              description={needsComment ? t('count.comment_hint') : null}
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
              error={tried && commentMissing ? t('count.comment_missing') : null}
              maxLength={500}
              autoComplete="off"
              autoFocus
            />
          )}
          <AmountField
            label={`${t('count.float_left')} (${t('app.optional')})`}
            text={float}
            onText={setFloat}
            error={tried ? floatFault() : null}
            autoFocus={difference === 0}
          />
          {floatLeft !== null && floatFault() === null ? (
            <dl className={classes.bank}>
              <dt>{t('count.to_bank')}</dt>
              <dd className="money" data-testid="count-to-bank">
                {money(count.amount - floatLeft)}
              </dd>
            </dl>
          ) : null}
          <Problem error={close.error} />
          <div className={classes.buttons}>
            <Button variant="default" size="xl" onClick={onAgain}>
              {t('count.again')}
            </Button>
            <Button type="submit" size="xl" loading={close.busy} rightSection={<Keycap>F10</Keycap>}>
              {t('shift.close_confirm')}
            </Button>
          </div>
        </form>
      </div>
    </>
  );
};
