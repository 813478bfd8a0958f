import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ZReport } from '../../../contract/z-report.ts';
import { useFormats } from '../session/session.tsx';
import { Grid, Line, Part } from './z-parts.tsx';
import classes from './z.module.css';

const COUNTED = ['copies', 'refunds', 'voids', 'discounts', 'comps', 'open_orders', 'unpaid_orders'] as const;
const PLAIN = ['receipts', 'no_sale', 'held', 'deleted_orders', 'sign_ins'] as const;

const CHECKS: Readonly<Record<string, 'categories' | 'tax' | 'tenders' | 'grand' | 'drawer' | 'numbers' | 'previous'>> = {
  'categories = net sales': 'categories',
  'tax table = net sales': 'tax',
  'tenders = net sales + tips + rounding + deposits': 'tenders',
  'grand total = previous + net sales': 'grand',
  'drawer = float + cash in - cash out': 'drawer',
  'every order has its number': 'numbers',
  'previous Z fits its hash': 'previous',
};

/** Why the figures can be believed: what was out of the ordinary, the totals since the first day, the sums that agree, the seal. */
export const ZTrust = ({ report }: { report: ZReport }) => {
  const { t } = useTranslation();
  const { money, dateTime } = useFormats();
  const { exceptions, grand_totals, proof } = report;
  return (
    <>
      <Part title={t('z.exceptions')}>
        <Grid
          heads={[t('z.what'), t('report.count'), t('report.amount')]}
          rows={[
            ...COUNTED.map((name) => [t(`z.exception.${name}`), String(exceptions[name].count), money(exceptions[name].amount)]),
            [t('z.exception.waste'), String(exceptions.waste.quantity), money(exceptions.waste.amount)],
            ...PLAIN.map((name) => [t(`z.exception.${name}`), String(exceptions[name]), '']),
            ...(exceptions.clock_set_back ? [[t('z.clock_set_back'), String(exceptions.clock_set_back.length), '']] : []),
          ]}
          empty={t('z.none')}
        />
      </Part>
      {exceptions.discounts_by_name.length > 0 ? (
        <Part title={t('z.discounts_by_name')}>
          <Grid
            heads={[t('z.discount'), t('report.count'), t('report.amount')]}
            rows={exceptions.discounts_by_name.map((row) => [row.name, String(row.count), money(row.amount)])}
            empty={t('z.none')}
          />
        </Part>
      ) : null}
      {exceptions.voids_by_person.length > 0 ? (
        <Part title={t('z.voids_by_person')}>
          <Grid
            heads={[t('z.who'), t('report.count'), t('report.amount')]}
            rows={exceptions.voids_by_person.map((row) => [row.name, String(row.count), money(row.amount)])}
            empty={t('z.none')}
          />
        </Part>
      ) : null}
      {exceptions.clock_set_back && exceptions.clock_set_back.length > 0 ? (
        <Part title={t('z.clock_set_back')}>
          <Grid
            heads={[t('z.clock_from'), t('z.clock_to')]}
            rows={exceptions.clock_set_back.map(({ from, to }) => [dateTime(from), dateTime(to)])}
            empty={t('z.none')}
          />
        </Part>
      ) : null}
      <Part title={t('z.grand')}>
        <dl>
          <Line label={t('z.grand_sales')} value={money(grand_totals.sales)} name="grand-sales" />
          <Line label={t('z.grand_returns')} value={money(grand_totals.returns)} name="grand-returns" />
          <Line label={t('z.grand_net')} value={money(grand_totals.net)} kind="sum" name="grand-net" />
        </dl>
      </Part>
      <Part title={t('z.checks')}>
        <ul className={classes.checks} data-testid="z-checks">
          {report.checks.map((check) => {
            const known = CHECKS[check.name];
            return (
              <li key={check.name} data-ok={check.ok}>
                {check.ok ? <IconCircleCheck size={22} aria-hidden="true" /> : <IconAlertTriangle size={22} aria-hidden="true" />}
                <span className={classes.check}>{known ? t(`z.check.${known}`) : check.name}</span>
                <span className={classes.verdict}>{check.ok ? t('z.check_ok') : t('z.check_failed', { detail: check.detail })}</span>
              </li>
            );
          })}
        </ul>
      </Part>
      <Part title={t('z.proof')} wide>
        <dl className={classes.seals}>
          {proof.hash === null ? null : <Seal label={t('z.hash')} hash={proof.hash} name="hash" />}
          <Seal label={t('z.previous_hash')} hash={proof.previous_hash} />
          <Seal label={t('z.audit_hash')} hash={proof.audit_hash} />
        </dl>
      </Part>
    </>
  );
};

const Seal = ({ label, hash, name }: { label: string; hash: string; name?: string }) => (
  <div>
    <dt>{label}</dt>
    <dd data-testid={name ? `z-${name}` : undefined}>{hash}</dd>
  </div>
);
