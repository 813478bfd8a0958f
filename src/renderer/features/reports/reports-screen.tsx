import { useLocation } from 'wouter';
import { reportAt } from './report-address.ts';
import { ReportIndex } from './report-index.tsx';
import { ReportView } from './report-view.tsx';

/** `/office/reports` and the reports below it. */
export const ReportsScreen = () => {
  const [location] = useLocation();
  const id = reportAt(location);
  return id ? <ReportView key={id} id={id} /> : <ReportIndex />;
};
