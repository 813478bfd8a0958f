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
  const all = categories.data?.items ?? [];
  const shown = all.filter(({ is_active }) => is_active);
  return all.map((category) => ({
    value: String(category.id),
    name: category.name,
    colour: category.is_active ? shown.indexOf(category) % TILE_COLOURS : null,
  }));
};
