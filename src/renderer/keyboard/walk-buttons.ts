import type { KeyboardEvent } from 'react';

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How far a button lies in a direction; what lies aside counts double, what lies behind not at all. */
const distance = (from: DOMRect, to: DOMRect, [x, y]: readonly [number, number]): number => {
  const across = to.left + to.width / 2 - (from.left + from.width / 2);
  const down = to.top + to.height / 2 - (from.top + from.height / 2);
  const along = across * x + down * y;
  return along <= 1 ? Number.POSITIVE_INFINITY : along + 2 * Math.abs(across * y + down * x);
};

/** For a group of buttons (add-ons, discounts): an arrow moves the focus to the next one in that direction. */
export const walkButtons = (event: KeyboardEvent<HTMLElement>): void => {
  const direction = DIRECTIONS[event.key];
  const { target, currentTarget } = event;
  if (!direction || !(target instanceof HTMLButtonElement)) return;
  const from = target.getBoundingClientRect();
  let nearest: HTMLElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const button of currentTarget.querySelectorAll<HTMLElement>('button')) {
    const far = distance(from, button.getBoundingClientRect(), direction);
    if (far < least) {
      least = far;
      nearest = button;
    }
  }
  nearest?.focus();
  event.preventDefault();
};
