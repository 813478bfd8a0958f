import { keepPreviousData } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import type { ReportId } from '../../../contract/report-tables.ts';
import { useCall } from '../../client/queries.ts';
import { useClock } from '../lock/use-clock.ts';
import { useSession } from '../session/session.tsx';
import { businessDayOf } from '../session/shop-clock.ts';
import { PER_PAGE, questionOfView, readReportView, type ReportView, writeReportView } from './report-address.ts';

/** A report as the address asks for it, and how to ask for another. */
export const useReport = (id: ReportId) => {
  const { shop } = useSession();
  const [, navigate] = useLocation();
  const view = readReportView(id, new URLSearchParams(useSearch()));
  const today = businessDayOf(useClock(), shop);
  const question = questionOfView(view, today);
  const report = useCall(`reports.${id}`, { ...question, page: view.page, per_page: PER_PAGE }, { placeholderData: keepPreviousData });
  const address = (wanted: Partial<ReportView>) => {
    const query = writeReportView(id, { ...view, ...wanted });
    return `/office/reports/${id}${query === '' ? '' : `?${query}`}`;
  };
  /** Another question begins at its first page, and with no row open. */
  const ask = (wanted: Partial<ReportView>) => navigate(address({ page: 1, behind: null, behindPage: 1, ...wanted }), { replace: true });
  /** Turns pages and opens rows of what is shown. */
  const show = (wanted: Partial<ReportView>) => navigate(address(wanted), { replace: true });
  return { view, today, question, report, address, ask, show };
};
