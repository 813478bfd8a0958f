import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { type Behind, behindInput } from './behind.ts';
import { BehindDrawer } from './behind-drawer.tsx';
import { BehindFigure } from './behind-figure.tsx';
import { BehindRow } from './behind-row.tsx';
import { useBehindTitle } from './use-behind-title.ts';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

const PER_PAGE = 25;

interface BehindPanelProps {
  readonly behind: Behind;
  readonly compared: OutputOf<'dashboard.compare'> | undefined;
}

/** The orders behind a figure, with the sum that is the figure. Mounted while the address names one. */
export const BehindPanel = ({ behind, compared }: BehindPanelProps) => {
  const { t } = useTranslation();
  const { days: written } = useDashboardFormats();
  const { view, days, group, show } = useDashboard();
  const title = useBehindTitle(behind);
  const answer = useView('dashboard.orders', { ...behindInput(behind, days, group), page: view.page, per_page: PER_PAGE });
  const { kind } = behind;
  return (
    <BehindDrawer
      title={title}
      words={kind === 'shift' ? t('dashboard.behind.whole_shift') : written(days)}
      answer={answer}
      figure={({ totals }) => <BehindFigure kind={kind} totals={totals} compared={compared} />}
      row={(order) => {
        const amount = kind === 'tax' ? order.tax_amount : kind === 'discounts' ? order.discount_amount : order.amount;
        const counts = kind === 'item' || kind === 'category' || kind === 'items_sold';
        return (
          <BehindRow key={order.id} order={order} amount={amount} note={counts ? t('dashboard.pieces', { count: order.quantity }) : null} />
        );
      }}
      onTurn={(page) => show({ page }, { replace: true })}
      onClose={() => show({ behind: null, page: 1 })}
    />
  );
};
