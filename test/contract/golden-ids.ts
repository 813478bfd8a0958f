const ENTITY_OF_PATH: Readonly<Record<string, string>> = {
  categories: 'category',
  items: 'item',
  addons: 'addon',
  customers: 'customer',
  discounts: 'discount',
  orders: 'order',
  shifts: 'shift',
  expenses: 'expense',
};

/** The highest ids of the imported café: everything above was made during the recording. */
const IMPORTED: Readonly<Record<string, number>> = {
  category: 6,
  item: 37,
  addon: 12,
  customer: 8,
  discount: 4,
  order: 442,
  shift: 61,
  expense: 64,
};

const LAST_IMPORTED_LINE = 1102;
const LAST_IMPORTED_LINE_ADDON = 491;

export const entityOf = (path: string): string | undefined =>
  /\/customers\/\d+\/orders/.test(path) ? 'order' : ENTITY_OF_PATH[/^\/api\/v1\/(\w+)/.exec(path)?.[1] ?? ''];

/** Recorded ids of new rows and what they became in our replay (golden/README.md: numbers are missing on purpose). */
export class IdMap {
  readonly #ours = new Map<string, number>();
  #entity: string | undefined;

  /** The case that is compared now. */
  enter(path: string): void {
    this.#entity = entityOf(path);
  }

  made(path: string, recorded: unknown, ours: unknown): void {
    const entity = entityOf(path);
    if (entity && typeof recorded === 'number' && typeof ours === 'number') this.#ours.set(`${entity} ${recorded}`, ours);
  }

  /** Our id, or null when that row was never made here. */
  ours(entity: string, recorded: number): number | null {
    if (recorded <= (IMPORTED[entity] ?? 0) || recorded >= 900) return recorded;
    return this.#ours.get(`${entity} ${recorded}`) ?? null;
  }

  /** The path with our ids, or null when it names a row that was never made. */
  path(path: string): string | null {
    const match = /^(\/api\/v1\/(\w+)\/)(\d+)(.*)$/.exec(path);
    const entity = match && ENTITY_OF_PATH[match[2] ?? ''];
    if (match && entity) {
      const ours = this.ours(entity, Number(match[3]));
      return ours === null ? null : `${match[1]}${ours}${match[4]}`;
    }
    const shift = /shift_id=(\d+)/.exec(path);
    if (!shift) return path;
    const ours = this.ours('shift', Number(shift[1]));
    return ours === null ? null : path.replace(shift[0], `shift_id=${ours}`);
  }

  /** A body with our ids; null when it refers to a row that was never made. */
  body(body: unknown): unknown {
    let whole = true;
    const text = JSON.stringify(body, (key, value: unknown) => {
      const entity = /^(\w+)_id$/.exec(key)?.[1];
      if (!entity || typeof value !== 'number' || !(entity in IMPORTED)) return value;
      const ours = this.ours(entity, value);
      if (ours === null) whole = false;
      return ours;
    });
    return whole ? (text === undefined ? undefined : JSON.parse(text)) : null;
  }

  /** A sentence with our ids in place of the recorded one of its path. */
  text(text: string, path: string): string {
    const id = /^\/api\/v1\/\w+\/(\d+)/.exec(path)?.[1];
    const entity = entityOf(path);
    const ours = id && entity ? this.ours(entity, Number(id)) : null;
    return ours === null ? text : text.replace(new RegExp(`\\b${id}\\b`), String(ours));
  }

  isSame(key: string, recorded: number, ours: number, at: string): boolean {
    if (key !== 'id') {
      const entity = key.replace(/_id$/, '');
      return entity in IMPORTED ? this.ours(entity, recorded) === ours : recorded === ours;
    }
    if (/addons\[\d+\]\.id$/.test(at)) return recorded > LAST_IMPORTED_LINE_ADDON || recorded === ours;
    // Lines of new orders have ids of their own that nobody refers to; imported ones keep theirs.
    if (this.#entity === 'order' && /items\[\d+\]\.id$/.test(at) && (recorded > LAST_IMPORTED_LINE || recorded === ours)) return true;
    return this.#entity ? this.ours(this.#entity, recorded) === ours : recorded === ours;
  }
}
