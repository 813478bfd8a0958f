import { useTranslation } from 'react-i18next';
import type { ZReport } from '../../../contract/z-report.ts';
import { useFormats } from '../session/session.tsx';
import { effectOf, type MovementKind } from './kinds.ts';
import { Grid, Line, Part } from './z-parts.tsx';

/** What went through the drawer, what was counted, and the difference. */
export const ZDrawer = ({ report }: { report: ZReport }) => {
  const { t } = useTranslation();
  const { money, signed, piece, time } = useFormats();
  const { drawer } = report;
  const difference = drawer.over_short;
  const word = difference === null || difference === 0 ? 'exact' : difference > 0 ? 'over' : 'short';
  return (
    <>
      <Part title={t('report.drawer')}>
        <dl>
          <Line label={t('report.opening')} value={money(drawer.opening)} name="opening" />
          <Line label={t('report.cash_sales')} value={money(drawer.cash_sales)} name="cash-sales" />
          <Line label={t('z.cash_refunds')} value={money(0 - drawer.cash_refunds)} name="cash-refunds" />
          <Line label={t('z.paid_in')} value={money(drawer.paid_in)} name="paid-in" />
          <Line label={t('z.paid_out')} value={money(0 - drawer.paid_out)} name="paid-out" />
          <Line label={t('z.drops')} value={money(0 - drawer.drops)} name="drops" />
          <Line label={t('z.expenses')} value={money(0 - drawer.expenses)} name="expenses" />
          <Line label={t('report.expected')} value={money(drawer.expected)} kind="sum" name="expected" />
          <Line
            label={t('report.counted')}
            value={drawer.counted === null ? t('report.not_counted') : money(drawer.counted)}
            name="counted"
          />
          {difference === null ? null : (
            <Line label={t(`count.${word}`)} value={signed(difference)} kind={difference === 0 ? 'good' : 'bad'} name="over-short" />
          )}
          {drawer.float_left === null ? null : <Line label={t('count.float_left')} value={money(drawer.float_left)} name="float-left" />}
          {drawer.to_bank === null ? null : <Line label={t('count.to_bank')} value={money(drawer.to_bank)} name="to-bank" />}
          {drawer.comment ? <Line label={t('count.comment')} value={drawer.comment} name="comment" /> : null}
          {drawer.counts > 1 ? <Line label={t('z.counts')} value={String(drawer.counts)} name="counts" /> : null}
        </dl>
      </Part>
      {drawer.denominations ? (
        <Part title={t('z.denominations')}>
          <Grid
            heads={[t('z.piece'), t('report.count'), t('report.amount')]}
            rows={drawer.denominations.map((row) => [piece(row.value), String(row.count), money(row.value * row.count)])}
            empty={t('z.none')}
          />
        </Part>
      ) : null}
      <Part title={t('drawer.moves')}>
        <Grid
          heads={[t('z.movement'), t('z.who'), t('report.amount')]}
          rows={[
            ...drawer.movements.map((move) => [
              `${t(`drawer.${move.kind as MovementKind}.title`)}: ${move.reason}`,
              [time(move.created_at), move.made_by, move.approved_by ? t('drawer.approved_by', { name: move.approved_by }) : null]
                .filter(Boolean)
                .join(' · '),
              signed(effectOf({ kind: move.kind as MovementKind, amount: move.amount })),
            ]),
            ...drawer.paid_expenses.map((expense) => [
              [expense.category, expense.description].filter(Boolean).join(': '),
              t('z.expenses'),
              signed(0 - expense.amount),
            ]),
          ]}
          empty={t('z.none')}
        />
      </Part>
    </>
  );
};
