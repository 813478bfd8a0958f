import { readFileSync, writeFileSync } from 'node:fs';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  /** Null: let the system place it. */
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
}

const FIRST: WindowState = { bounds: null, maximized: true };

const isRectangle = (value: unknown): value is Rectangle => {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Partial<Rectangle>;
  return [x, y, width, height].every((side) => Number.isSafeInteger(side)) && Number(width) > 0 && Number(height) > 0;
};

/** Enough of the window lies on a screen to grab it: it may have been saved on a screen that is no longer there. */
const isReachable = (bounds: Rectangle, screens: readonly Rectangle[]): boolean =>
  screens.some((screen) => {
    const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    const top = bounds.y - screen.y;
    return across >= 100 && top >= 0 && top < screen.height - 50;
  });

/** Where the window was last time, or the start values when that is unknown or off every screen. */
export const readWindowState = (file: string, screens: readonly Rectangle[]): WindowState => {
  let saved: unknown;
  try {
    saved = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return FIRST; // Never saved, or unreadable: a convenience, not a fact of the shop.
  }
  const { bounds, maximized } = (saved ?? {}) as { bounds?: unknown; maximized?: unknown };
  return {
    bounds:
      isRectangle(bounds) && isReachable(bounds, screens) ? { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height } : null,
    maximized: typeof maximized === 'boolean' ? maximized : FIRST.maximized,
  };
};

export const writeWindowState = (file: string, state: WindowState): void => writeFileSync(file, `${JSON.stringify(state)}\n`);
