import { useCall } from '../../client/queries.ts';
import { TILE_COLOURS } from '../menu/menu-index.ts';

interface CategoryOption {
  readonly value: string;
  readonly name: string;
  /** The number of its tiles' colour at the till; null while it is switched off. */
  readonly colour: number | null;
}

/** The categories to choose from, in the menu's order. */
export const useCategoryOptions = (): readonly CategoryOption[] => {
  const categories = useCall('categories.list', { per_page: 100 });
  let shown = 0;
  return (
    categories.data?.items.map(({ id, name, is_active }) => ({
      value: String(id),
      name,
      colour: is_active ? shown++ % TILE_COLOURS : null,
    })) ?? []
  );
};
