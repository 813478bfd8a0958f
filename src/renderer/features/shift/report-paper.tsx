import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftReport } from '../../../contract/shifts.ts';
import { useFormats } from '../session/session.tsx';
import classes from './report.module.css';
import { ReportTable } from './report-table.tsx';

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes.section} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

const Row = ({
  label,
  value,
  kind,
  name,
}: {
  label: string;
  value: string;
  kind?: 'total' | 'bad' | 'good' | undefined;
  name?: string;
}) => (
  <div className={classes.row} data-kind={kind}>
    <dt>{label}</dt>
    <dd className="money" data-testid={name ? `report-${name}` : undefined}>
      {value}
    </dd>
  </div>
);

/** The report as one sheet, the same on the screen and on paper. Every figure comes from the core. */
export const ReportPaper = ({ report }: { report: ShiftReport }) => {
  const { t } = useTranslation();
  const { money, dateTime, day, rate } = useFormats();
  const { shift, sales, drawer } = report;
  const when = (instant: string | null, name: string | null) =>
    instant === null ? t('report.still_open') : name ? t('report.by', { time: dateTime(instant), name }) : dateTime(instant);
  const status = (name: string) => t(`status.${name}` as 'status.pending');
  const method = (name: string) => t(`method.${name}` as 'method.cash');
  const difference = drawer.over_short;
  return (
    <article className={classes.paper} data-testid="report">
      <header className={classes.head}>
        <p className={classes.shop}>{report.shop_name}</p>
        <h1 className={classes.title}>{t('report.title')}</h1>
        <p className={classes.day}>{day(report.business_date)}</p>
      </header>
      <dl className={classes.identity}>
        <Row label={t('shift.number')} value={String(shift.id)} />
        <Row label={t('report.opened')} value={when(shift.opened_at, shift.opened_by)} />
        <Row label={t('report.closed')} value={when(shift.closed_at, shift.closed_by)} />
        {report.first_order_number ? (
          <Row label={t('report.orders_range')} value={`${report.first_order_number} – ${report.last_order_number}`} />
        ) : null}
        {shift.notes ? <Row label={t('report.note')} value={shift.notes} /> : null}
      </dl>
      <Section title={t('report.sales')}>
        <dl>
          <Row label={t('report.gross')} value={money(sales.gross)} name="gross" />
          <Row label={t('report.discounts', { count: sales.discounts.count })} value={money(-sales.discounts.amount)} name="discounts" />
          <Row label={t('report.net')} value={money(sales.net)} name="net" />
          <Row label={t('report.tax')} value={money(sales.tax)} name="tax" />
          <Row label={t('report.total')} value={money(sales.total)} kind="total" name="total" />
          <Row label={t('report.order_count')} value={String(sales.orders)} name="orders" />
          <Row label={t('report.items_sold')} value={String(sales.items_sold)} name="items" />
          <Row label={t('report.average')} value={money(sales.average)} />
          <Row label={t('report.cancelled', { count: report.cancelled.count })} value={money(report.cancelled.amount)} name="cancelled" />
        </dl>
      </Section>
      <Section title={t('report.by_method')}>
        <ReportTable
          heads={[t('report.method'), t('report.count'), t('report.amount')]}
          rows={report.by_method.map((row) => [method(row.method), String(row.count), money(row.amount)])}
        />
      </Section>
      <Section title={t('report.drawer')}>
        <dl>
          <Row label={t('report.opening')} value={money(drawer.opening)} />
          <Row label={t('report.cash_sales')} value={money(drawer.cash_sales)} name="cash-sales" />
          {drawer.cash_refunds === 0 ? null : (
            <Row label={t('z.cash_refunds')} value={money(0 - drawer.cash_refunds)} name="cash-refunds" />
          )}
          {drawer.paid_in === 0 ? null : <Row label={t('z.paid_in')} value={money(drawer.paid_in)} name="paid-in" />}
          {drawer.paid_out === 0 ? null : <Row label={t('z.paid_out')} value={money(0 - drawer.paid_out)} name="paid-out" />}
          {drawer.drops === 0 ? null : <Row label={t('z.drops')} value={money(0 - drawer.drops)} name="drops" />}
          <Row label={t('report.paid_from_till')} value={money(-drawer.paid_from_till)} name="paid-from-till" />
          <Row label={t('report.expected')} value={money(drawer.expected)} kind="total" name="expected" />
          <Row
            label={t('report.counted')}
            value={drawer.counted === null ? t('report.not_counted') : money(drawer.counted)}
            name="counted"
          />
          {difference === null ? null : (
            <Row
              label={t(difference > 0 ? 'report.over' : difference < 0 ? 'report.short' : 'report.exact')}
              value={money(difference)}
              kind={difference === 0 ? 'good' : 'bad'}
              name="over-short"
            />
          )}
        </dl>
      </Section>
      <Section title={t('report.by_category')}>
        <ReportTable
          heads={[t('report.category'), t('report.quantity'), t('report.amount')]}
          rows={report.by_category.map((row) => [row.name, String(row.quantity), money(row.amount)])}
        />
      </Section>
      <Section title={t('report.by_tax_rate')}>
        <ReportTable
          heads={[t('report.rate'), t('report.net'), t('report.tax'), t('report.with_tax')]}
          rows={report.by_tax_rate.map((row) => [rate(row.tax_rate), money(row.net), money(row.tax), money(row.gross)])}
        />
      </Section>
      <Section title={t('report.by_status')}>
        <ReportTable
          heads={[t('report.status'), t('report.count'), t('report.amount')]}
          rows={report.by_status.map((row) => [status(row.status), String(row.count), money(row.amount)])}
        />
      </Section>
      <Section title={t('report.expenses')}>
        {report.expenses.length === 0 ? (
          <p className={classes.none}>{t('report.no_expenses')}</p>
        ) : (
          <dl>
            {report.expenses.map((expense, index) => (
              <Row
                key={index}
                label={[expense.category, expense.description, expense.paid_from_till ? t('shift.from_till') : null]
                  .filter(Boolean)
                  .join(' · ')}
                value={money(expense.amount)}
              />
            ))}
          </dl>
        )}
      </Section>
      <footer className={classes.foot}>
        {report.printed_by
          ? t('report.printed_by', { time: dateTime(report.printed_at), name: report.printed_by })
          : t('report.printed', { time: dateTime(report.printed_at) })}
      </footer>
    </article>
  );
};
