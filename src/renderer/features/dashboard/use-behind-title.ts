import { useTranslation } from 'react-i18next';
import type { Behind } from './behind.ts';
import { useDashboard } from './use-dashboard.ts';
import { useDashboardFormats } from './use-dashboard-formats.ts';
import { useView } from './use-view.ts';

/** What a figure is called, from the view that shows it. */
export const useBehindTitle = ({ kind, value }: Behind): string => {
  const { t } = useTranslation();
  const { range, group } = useDashboard();
  const { bucketLong, weekday, hour } = useDashboardFormats();
  const items = useView('dashboard.topItems', { ...range, limit: 10 }).data;
  const categories = useView('dashboard.topCategories', { ...range, limit: 10 }).data;
  const guests = useView('dashboard.customerInsights', { ...range, top_limit: 5 }).data?.top_customers;
  const id = Number(value);
  switch (kind) {
    case 'tax':
    case 'discounts':
      return t(`dashboard.behind.${kind}`);
    case 'period':
    case 'trend': {
      const day = bucketLong(value, group);
      return group === 'weekly' ? t('dashboard.week_of', { day }) : day;
    }
    case 'item':
      return items?.find(({ item_id }) => item_id === id)?.name ?? t('dashboard.behind.item', { id });
    case 'category':
      return categories?.find(({ category_id }) => category_id === id)?.name ?? t('dashboard.behind.category', { id });
    case 'customer':
      return guests?.find(({ customer_id }) => customer_id === id)?.name ?? t('dashboard.behind.customer', { id });
    case 'shift':
      return t('dashboard.behind.shift', { id });
    case 'method':
      return t(`method.${value}` as 'method.cash');
    case 'hour': {
      const [day = 0, at = 0] = value.split('-').map(Number);
      return `${weekday(day, 'long')} ${hour(at)}`;
    }
    default:
      return t(`dashboard.cards.${kind}`);
  }
};
