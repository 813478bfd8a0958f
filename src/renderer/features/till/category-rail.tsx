import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Menu } from '../menu/menu-index.ts';
import classes from './category-rail.module.css';
import { showCategory, useTillView } from './till-view.ts';

/** The categories, one chosen, or all items. */
export const CategoryRail = ({ menu }: { menu: Menu }) => {
  const { t } = useTranslation();
  const chosen = useTillView((view) => (view.query === '' ? view.category_id : undefined));
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Newer Chromium answers a promise here, which is no clean-up for an effect.
    void current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  const entry = (id: number | null, name: string, colour: number | null, count: number) => (
    <button
      key={id ?? 'all'}
      ref={id === chosen ? current : undefined}
      type="button"
      className={classes.category}
      aria-pressed={id === chosen}
      onClick={() => showCategory(id)}
    >
      <span className={classes.dot} style={{ background: colour === null ? 'var(--line-strong)' : `var(--dot-${colour})` }} />
      <span className={classes.name}>{name}</span>
      <span className={`${classes.count} figures`} aria-hidden="true">
        {count}
      </span>
    </button>
  );
  return (
    <nav className={classes.rail} aria-label={t('till.categories')}>
      {entry(null, t('till.all'), null, menu.items.length)}
      {menu.categories.map(({ id, name, colour, count }) => entry(id, name, colour, count))}
    </nav>
  );
};
