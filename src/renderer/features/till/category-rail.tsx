import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Menu } from '../menu/menu-index.ts';
import classes from './category-rail.module.css';
import { showCategory, useTillView } from './till-view.ts';

interface CategoryProps {
  /** Null: all items. */
  readonly id: number | null;
  readonly name: string;
  readonly colour: number | null;
  readonly count: number;
  readonly chosen: boolean;
}

const Category = ({ id, name, colour, count, chosen }: CategoryProps) => {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  return (
    <button ref={button} type="button" className={classes.category} aria-pressed={chosen} onClick={() => showCategory(id)}>
      <span className={classes.dot} style={{ background: colour === null ? 'var(--line-strong)' : `var(--dot-${colour})` }} />
      <span className={classes.name}>{name}</span>
      <span className={`${classes.count} figures`} aria-hidden="true">
        {count}
      </span>
    </button>
  );
};

/** The categories, one chosen, or all items. */
export const CategoryRail = ({ menu }: { menu: Menu }) => {
  const { t } = useTranslation();
  const chosen = useTillView((view) => (view.query === '' ? view.category_id : undefined));
  return (
    <nav className={classes.rail} aria-label={t('till.categories')}>
      <Category id={null} name={t('till.all')} colour={null} count={menu.items.length} chosen={chosen === null} />
      {menu.categories.map(({ id, name, colour, count }) => (
        <Category key={id} id={id} name={name} colour={colour} count={count} chosen={id === chosen} />
      ))}
    </nav>
  );
};
