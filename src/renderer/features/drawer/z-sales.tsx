import { useTranslation } from 'react-i18next';
import type { ZReport } from '../../../contract/z-report.ts';
import { useFormats } from '../session/session.tsx';
import { Grid, Line, Part } from './z-parts.tsx';

/** What was sold: the sum, and by category, tax rate, tender, hour and cashier. */
export const ZSales = ({ report }: { report: ZReport }) => {
  const { t } = useTranslation();
  const { money, rate } = useFormats();
  const { sales } = report;
  const nothing = t('z.nothing');
  const added = sales.net_with_tax - (sales.gross - sales.discounts - sales.comps - sales.voids - sales.refunds);
  return (
    <>
      <Part title={t('z.sales')}>
        <dl>
          <Line label={t('z.gross')} value={money(sales.gross)} name="gross" />
          <Line label={t('z.discounts')} value={money(0 - sales.discounts)} name="discounts" />
          <Line label={t('z.comps')} value={money(0 - sales.comps)} name="comps" />
          {added === 0 ? null : <Line label={t('z.added_tax')} value={money(added)} />}
          <Line label={t('z.voids')} value={money(0 - sales.voids)} name="voids" />
          <Line label={t('z.refunds')} value={money(0 - sales.refunds)} name="refunds" />
          <Line label={t('z.net_with_tax')} value={money(sales.net_with_tax)} kind="result" name="net-with-tax" />
          <Line label={t('z.tax')} value={money(sales.tax)} name="tax" />
          <Line label={t('z.net')} value={money(sales.net)} name="net" />
          <Line label={t('z.orders')} value={String(sales.orders)} name="orders" />
          <Line label={t('z.items_sold')} value={String(sales.items_sold)} name="items" />
          <Line label={t('z.average')} value={money(sales.average)} name="average" />
        </dl>
      </Part>
      <Part title={t('z.tenders')}>
        <Grid
          heads={[t('report.method'), t('report.count'), t('z.taken'), t('z.refunds'), t('z.kept')]}
          rows={report.tenders.map((row) => [
            row.name,
            String(row.count),
            money(row.sales + row.tips + row.rounding),
            money(0 - row.refunds),
            money(row.net),
          ])}
          empty={t('z.none')}
        />
        <dl>
          <Line label={t('z.tips')} value={money(report.tips)} name="tips" />
          <Line label={t('z.rounding')} value={money(report.rounding)} name="rounding" />
          <Line label={t('z.deposits_taken')} value={money(report.deposits.taken)} />
          <Line label={t('z.deposits_used')} value={money(0 - report.deposits.used)} />
          <Line label={t('z.deposits_returned')} value={money(0 - report.deposits.returned)} />
        </dl>
      </Part>
      <Part title={t('z.by_tax')}>
        <Grid
          heads={[t('report.rate'), t('report.net'), t('report.tax'), t('report.with_tax')]}
          rows={report.tax.map((row) => [rate(row.tax_rate), money(row.net), money(row.tax), money(row.gross)])}
          empty={nothing}
        />
      </Part>
      <Part title={t('report.by_category')}>
        <Grid
          heads={[t('report.category'), t('report.quantity'), t('report.amount')]}
          rows={report.by_category.map((row) => [row.name, String(row.quantity), money(row.amount)])}
          empty={nothing}
        />
      </Part>
      <Part title={t('z.by_hour')}>
        <Grid
          heads={[t('z.hour'), t('z.orders'), t('report.amount')]}
          rows={report.by_hour.map((row) => [
            `${String(row.hour).padStart(2, '0')}:00 – ${String((row.hour + 1) % 24).padStart(2, '0')}:00`,
            String(row.orders),
            money(row.amount),
          ])}
          empty={nothing}
        />
      </Part>
      <Part title={t('z.by_cashier')}>
        <Grid
          heads={[t('z.cashier'), t('z.orders'), t('report.amount')]}
          rows={report.by_cashier.map((row) => [row.name, String(row.count), money(row.amount)])}
          empty={nothing}
        />
      </Part>
    </>
  );
};
