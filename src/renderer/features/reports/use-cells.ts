import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportCell, ReportColumn } from '../../../contract/report-tables.ts';
import { useDashboardFormats } from '../dashboard/use-dashboard-formats.ts';

/** How the cells of a report are written. A discount without a name is one of single lines. */
export const useCells = () => {
  const { t } = useTranslation();
  const formats = useDashboardFormats();
  const day = useMemo(() => new Intl.DateTimeFormat(formats.locale, { timeZone: 'UTC', dateStyle: 'medium' }), [formats.locale]);
  return (key: string, { kind, adds }: ReportColumn, value: ReportCell): string => {
    if (value === null) return key === 'discount' ? t('reports.columns.line_discount') : '';
    switch (kind) {
      case 'money':
        return key === 'over_short' ? formats.signed(Number(value)) : formats.money(Number(value));
      case 'count':
        return adds ? formats.count(Number(value)) : String(value);
      case 'rate':
        return formats.rate(Number(value));
      case 'day':
        return day.format(new Date(`${value}T00:00:00Z`));
      case 'instant':
        return formats.dateTime(String(value));
      case 'hour':
        return formats.hour(Number(value));
      case 'reason':
        return t(`reports.reasons.${String(value)}`);
      default:
        return String(value);
    }
  };
};
