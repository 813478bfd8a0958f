import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuItem } from '../menu/menu-index.ts';
import classes from './tile.module.css';

interface TileProps {
  readonly item: MenuItem;
  readonly price: string;
  /** How many may still be added; null: any number. */
  readonly left: number | null;
  /** A count at or below which the badge warns. */
  readonly lowAt: number;
  readonly onTicket: number;
  readonly highlighted: boolean;
  readonly onAdd: (item: MenuItem) => void;
}

/** One item to tap. */
export const Tile = memo(({ item, price, left, lowAt, onTicket, highlighted, onAdd }: TileProps) => {
  const { t } = useTranslation();
  const isSoldOut = left !== null && left + onTicket <= 0;
  const badge = left === null ? null : isSoldOut ? t('till.sold_out') : t('till.left', { count: left });
  return (
    <button
      type="button"
      className={classes.tile}
      style={{ background: isSoldOut ? undefined : `var(--tile-${item.colour})` }}
      data-highlighted={highlighted || undefined}
      data-sold-out={isSoldOut || undefined}
      aria-disabled={isSoldOut || undefined}
      aria-label={[t('till.tile', { name: item.name, price }), badge, onTicket > 0 ? t('till.on_ticket', { count: onTicket }) : null]
        .filter(Boolean)
        .join(', ')}
      onClick={() => onAdd(item)}
    >
      <span className={classes.name}>{item.name}</span>{' '}
      <span className={classes.foot}>
        <span className={`${classes.price} money`}>{price}</span>{' '}
        {badge === null ? null : (
          <span className={`${classes.badge} figures`} data-low={(left ?? 0) <= lowAt || undefined}>
            {badge}
          </span>
        )}
      </span>{' '}
      {onTicket > 0 ? <span className={`${classes.count} figures`}>{onTicket}</span> : null}
    </button>
  );
});
