import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuItem } from '../menu/menu-index.ts';
import { useFormats } from '../session/session.tsx';
import classes from './item-grid.module.css';
import { Tile } from './tile.tsx';

const GAP = 12;
const TILE_HEIGHT = 104;
const NARROWEST = 148;

interface ItemGridProps {
  readonly items: readonly MenuItem[];
  readonly highlight: number | null;
  readonly lowAt: number;
  /** How many of each item are on the ticket. */
  readonly onTicket: ReadonlyMap<number, number>;
  readonly onAdd: (item: MenuItem) => void;
  /** The till's arrow keys need to know how wide a row is. */
  readonly columnsRef: RefObject<number>;
}

/** The tiles. Only the rows in sight are in the page, so that 20,000 items are as quick as forty. */
export const ItemGrid = ({ items, highlight, lowAt, onTicket, onAdd, columnsRef }: ItemGridProps) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize();
  const columns = Math.max(2, Math.floor((width + GAP) / (NARROWEST + GAP)));
  // oxlint-disable-next-line react/incompatible-library -- its values are read here only, never passed on
  const rows = useVirtualizer({
    count: Math.ceil(items.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => TILE_HEIGHT + GAP,
    overscan: 3,
  });
  useEffect(() => {
    columnsRef.current = columns;
  }, [columns, columnsRef]);
  useEffect(() => {
    if (highlight !== null) rows.scrollToIndex(Math.floor(highlight / columns), { align: 'auto' });
  }, [highlight, columns, rows]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [items]);

  return (
    <div ref={scroller} className={classes.scroller} role="group" aria-label={t('till.items')} tabIndex={-1} data-testid="items">
      <div ref={measured} className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {width === 0
          ? null
          : rows.getVirtualItems().map((row) => (
              <div
                key={row.key}
                className={classes.row}
                style={{
                  transform: `translateY(${row.start}px)`,
                  height: TILE_HEIGHT,
                  gap: GAP,
                  gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
                }}
              >
                {items.slice(row.index * columns, (row.index + 1) * columns).map((item, column) => {
                  const count = onTicket.get(item.id) ?? 0;
                  return (
                    <Tile
                      key={item.id}
                      item={item}
                      price={formats.money(item.price)}
                      left={item.stock_qty < 0 ? null : item.stock_qty - count}
                      lowAt={lowAt}
                      onTicket={count}
                      highlighted={highlight === row.index * columns + column}
                      onAdd={onAdd}
                    />
                  );
                })}
              </div>
            ))}
      </div>
    </div>
  );
};
