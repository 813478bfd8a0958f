import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMay } from '../session/session.tsx';
import classes from './stock.module.css';

export const STOCK = '/office/stock';
export const MOVEMENTS = `${STOCK}/movements`;
export const COUNTS = `${STOCK}/counts`;
export const STOCKTAKE = `${STOCK}/stocktake`;

const TABS = { levels: STOCK, movements: MOVEMENTS, counts: COUNTS, stocktake: STOCKTAKE } as const;
type Tab = keyof typeof TABS;

/** Between the views of the stock. */
export const StockTabs = ({ current }: { current: Tab }) => {
  const { t } = useTranslation();
  const may = useMay();
  const tabs = (Object.keys(TABS) as Tab[]).filter((tab) => tab !== 'stocktake' || may('stock.manage'));
  return (
    <nav className={classes.tabs} aria-label={t('stock.views')}>
      {tabs.map((tab) => (
        <Link key={tab} href={TABS[tab]} className={classes.tab} aria-current={tab === current ? 'page' : undefined}>
          {t(`stock.tab_${tab}`)}
        </Link>
      ))}
    </nav>
  );
};
