import { useTranslation } from 'react-i18next';
import type { ZReport } from '../../../contract/z-report.ts';
import { useFormats } from '../session/session.tsx';
import { ZDrawer } from './z-drawer.tsx';
import { Line } from './z-parts.tsx';
import { ZSales } from './z-sales.tsx';
import { ZTrust } from './z-trust.tsx';
import classes from './z.module.css';

/** An X or a Z, whole. Every figure is the core's; nothing is added up here but what a line says. */
export const ZView = ({ report }: { report: ZReport }) => {
  const { t } = useTranslation();
  const { money, signed, dateTime, day } = useFormats();
  const { identity, sales, drawer } = report;
  const isZ = report.kind === 'Z';
  const when = (instant: string | null, name: string | null) =>
    instant === null ? t('report.still_open') : name ? t('report.by', { time: dateTime(instant), name }) : dateTime(instant);
  const failed = report.checks.filter((check) => !check.ok).length;
  const hero = (label: string, value: string, kind?: 'bad' | 'good') => (
    <div className={classes.figure} data-kind={kind}>
      <dt>{label}</dt>
      <dd className="money">{value}</dd>
    </div>
  );
  const difference = drawer.over_short;
  const range = `${identity.first_order_number} – ${identity.last_order_number}`;
  return (
    <article className={classes.report} data-testid="z-report" data-kind={report.kind}>
      <header className={classes.head}>
        <div>
          <p className={classes.shop}>{identity.shop_name}</p>
          <h1 className={classes.title}>{isZ ? t('z.title', { number: identity.z_number }) : t('z.title_x')}</h1>
          <p className={classes.day}>{day(identity.business_date)}</p>
        </div>
        <p className={classes.state} data-kind={isZ ? (failed === 0 ? 'good' : 'bad') : 'so_far'}>
          {isZ ? (failed === 0 ? t('z.sealed') : t('z.check_count_failed', { count: failed })) : t('z.so_far')}
        </p>
      </header>
      <dl className={classes.heroes}>
        {hero(t('z.net_with_tax'), money(sales.net_with_tax))}
        {hero(t('z.orders'), String(sales.orders))}
        {hero(t('z.average'), money(sales.average))}
        {difference === null || !isZ
          ? hero(t('report.expected'), money(drawer.expected))
          : hero(
              t(`count.${difference === 0 ? 'exact' : difference > 0 ? 'over' : 'short'}`),
              signed(difference),
              difference === 0 ? 'good' : 'bad',
            )}
      </dl>
      <dl className={classes.identity}>
        <Line label={t('shift.number')} value={String(identity.shift_id)} name="shift" />
        <Line label={t('report.opened')} value={when(identity.opened_at, identity.opened_by)} />
        <Line label={t('report.closed')} value={when(identity.closed_at, identity.closed_by)} />
        <Line label={t('z.made')} value={t('report.by', { time: dateTime(identity.made_at), name: identity.made_by })} />
        <Line label={t('z.previous')} value={identity.previous_z_at === null ? t('z.first') : dateTime(identity.previous_z_at)} />
        <Line
          label={t('z.range')}
          value={identity.first_order_number === identity.last_order_number ? (identity.first_order_number ?? t('z.none')) : range}
        />
      </dl>
      <div className={classes.parts}>
        <ZSales report={report} />
        <ZDrawer report={report} />
        <ZTrust report={report} />
      </div>
      <footer className={classes.foot}>{t('z.program', { version: identity.program_version, zone: identity.time_zone })}</footer>
    </article>
  );
};
