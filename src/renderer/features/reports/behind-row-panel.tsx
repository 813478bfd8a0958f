import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BehindReport, OrderBehind } from '../../../contract/report-behind.ts';
import type { ReportAnswer } from '../../../contract/reports.ts';
import { useCall } from '../../client/queries.ts';
import { BehindDrawer } from '../dashboard/behind-drawer.tsx';
import classes from '../dashboard/behind-panel.module.css';
import { BehindRow } from '../dashboard/behind-row.tsx';
import { useDashboardFormats } from '../dashboard/use-dashboard-formats.ts';
import { daysShown, type questionOfView, type ReportView } from './report-address.ts';
import { behindQuestion, type RowName } from './report-behind.ts';
import { useRowTitle } from './use-row-title.ts';

const PER_PAGE = 25;

interface BehindRowPanelProps {
  readonly report: BehindReport;
  readonly name: RowName;
  readonly answer: ReportAnswer | undefined;
  readonly view: ReportView;
  readonly today: string;
  readonly question: ReturnType<typeof questionOfView>;
  readonly show: (wanted: Partial<ReportView>) => void;
}

/** The orders behind a row of a report, with the sum that is the row. Mounted while the address names one. */
export const BehindRowPanel = ({ report, name, answer, view, today, question, show }: BehindRowPanelProps) => {
  const { t } = useTranslation();
  const { days } = useDashboardFormats();
  const title = useRowTitle(report, name, answer);
  const behind = useCall(
    'reports.behind',
    { ...behindQuestion(report, name, question), page: view.behindPage, per_page: PER_PAGE },
    { placeholderData: keepPreviousData },
  );
  const countsPieces = report === 'items' || report === 'categories';
  const note = ({ quantity, returned }: OrderBehind) => {
    if (quantity !== 0 && countsPieces) return t('dashboard.pieces', { count: quantity });
    return returned !== 0 ? t('reports.behind.came_back') : null;
  };
  return (
    <BehindDrawer
      title={title}
      words={`${t(`reports.titles.${report}`)} · ${days(daysShown(view, today))}`}
      answer={behind}
      figure={({ totals, total }) => (
        <Figure
          totals={totals}
          orders={total}
          pieces={countsPieces ? totals.quantity : null}
          isDiscount={report === 'discounts'}
          isTender={report === 'tenders'}
        />
      )}
      row={(order) => <BehindRow key={order.id} order={order} amount={order.amount} note={note(order)} />}
      onTurn={(behindPage) => show({ behindPage })}
      onClose={() => show({ behind: null })}
    />
  );
};

interface FigureProps {
  readonly totals: Pick<OrderBehind, 'sold' | 'returned' | 'amount'>;
  readonly orders: number;
  readonly pieces: number | null;
  readonly isDiscount: boolean;
  readonly isTender: boolean;
}

/** The row's sum, and what it is made of where something came back. */
const Figure = ({ totals, orders, pieces, isDiscount, isTender }: FigureProps) => {
  const { t } = useTranslation();
  const { money } = useDashboardFormats();
  const words = [t('dashboard.by_orders', { count: orders }), pieces === null ? null : t('dashboard.pieces', { count: pieces })];
  return (
    <div className={classes.figure}>
      <p className={`${classes.main} figures`} data-testid="behind-figure">
        {money(totals.amount)}
      </p>
      <p className={`${classes.words} figures`} data-testid="behind-words">
        {words.filter(Boolean).join(' · ')}
      </p>
      {isDiscount || totals.returned === 0 ? null : (
        <dl className={classes.steps}>
          <div>
            <dt>{t(isTender ? 'reports.behind.taken' : 'reports.behind.sold')}</dt>
            <dd className="money">{money(totals.sold)}</dd>
          </div>
          <div>
            <dt>{t('reports.behind.returned')}</dt>
            <dd className="money">{money(0 - totals.returned)}</dd>
          </div>
        </dl>
      )}
    </div>
  );
};
