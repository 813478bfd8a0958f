import classes from './items.module.css';
import { useCategoryOptions } from './use-category-options.ts';

/** A category with the colour of its tiles at the till. */
export const CategoryName = ({ id, name }: { id: number; name: string | null }) => {
  const colour = useCategoryOptions().find(({ value }) => value === String(id))?.colour ?? null;
  return (
    <span className={classes.category}>
      <span className={classes.dot} style={{ background: colour === null ? undefined : `var(--dot-${colour})` }} aria-hidden="true" />
      {name}
    </span>
  );
};
