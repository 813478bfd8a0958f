import { useLocation } from 'wouter';
import { CountsList } from './counts-list.tsx';
import { LevelsList } from './levels-list.tsx';
import { MovementsList } from './movements-list.tsx';
import { COUNTS, MOVEMENTS, STOCKTAKE } from './stock-tabs.tsx';
import { StocktakeScreen } from './stocktake-screen.tsx';

/** The stock: what is left, what moved, what was counted, and counting itself. */
export const StockScreen = () => {
  const [location] = useLocation();
  if (location.startsWith(MOVEMENTS)) return <MovementsList />;
  if (location.startsWith(COUNTS)) return <CountsList />;
  if (location.startsWith(STOCKTAKE)) return <StocktakeScreen />;
  return <LevelsList />;
};
