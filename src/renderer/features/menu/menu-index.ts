import type { Addon, Category, Item } from '../../../contract/catalog.ts';
import { foldText } from '../../../domain/search-text.ts';

/** An item with what the till needs ready: its tile colour and the text it is found by. */
export interface MenuItem extends Item {
  readonly colour: number;
  readonly folded: string;
}

export interface MenuCategory extends Category {
  readonly colour: number;
  readonly count: number;
}

/** The whole menu as the till shows it: only what is switched on, in the order of the rail, then by name. */
export interface Menu {
  readonly categories: readonly MenuCategory[];
  readonly items: readonly MenuItem[];
  readonly byCategory: ReadonlyMap<number, readonly MenuItem[]>;
  readonly byId: ReadonlyMap<number, MenuItem>;
  readonly addons: readonly Addon[];
}

export const TILE_COLOURS = 8;

export const makeMenu = (categories: readonly Category[], items: readonly Item[], addons: readonly Addon[]): Menu => {
  const shown = categories.filter((category) => category.is_active);
  const colourOf = new Map(shown.map((category, index) => [category.id, index % TILE_COLOURS]));
  const byCategory = new Map<number, MenuItem[]>(shown.map((category) => [category.id, []]));
  for (const item of items) {
    if (!item.is_available) continue;
    const colour = colourOf.get(item.category_id);
    if (colour === undefined) continue;
    byCategory.get(item.category_id)?.push({ ...item, colour, folded: foldText(item.name) });
  }
  const ordered = [...byCategory.values()].flat();
  return {
    categories: shown.map((category, index) => ({
      ...category,
      colour: index % TILE_COLOURS,
      count: byCategory.get(category.id)?.length ?? 0,
    })),
    items: ordered,
    byCategory,
    byId: new Map(ordered.map((item) => [item.id, item])),
    addons: addons.filter((addon) => addon.is_available),
  };
};

/** Items that have every word of the query; those whose name, then whose words, begin with it come first. */
export const searchMenu = (menu: Menu, query: string): readonly MenuItem[] => {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const first = words[0];
  if (first === undefined) return menu.items;
  const ranked: MenuItem[][] = [[], [], []];
  for (const item of menu.items) {
    if (!words.every((word) => item.folded.includes(word))) continue;
    ranked[item.folded.startsWith(first) ? 0 : item.folded.includes(` ${first}`) ? 1 : 2]?.push(item);
  }
  return ranked.flat();
};

/** The item that a typed code means: its id. Null for anything but digits, or an unknown one. */
export const itemByCode = (menu: Menu, query: string): MenuItem | null =>
  /^\d{1,15}$/.test(query.trim()) ? (menu.byId.get(Number(query.trim())) ?? null) : null;

/** The list with fresh rows in place of old ones (null: deleted), still by name. */
export const placeItems = (rows: readonly Item[], fresh: ReadonlyMap<number, Item | null>): Item[] => {
  const kept = rows.flatMap((row) => {
    const now = fresh.get(row.id);
    return now === undefined ? [row] : now === null ? [] : [now];
  });
  const known = new Set(rows.map((row) => row.id));
  const added = [...fresh.values()].filter((item): item is Item => item !== null && !known.has(item.id));
  const renamed = rows.some((row) => fresh.get(row.id) && fresh.get(row.id)?.name !== row.name);
  if (added.length === 0 && !renamed) return kept;
  return [...kept, ...added].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id));
};
