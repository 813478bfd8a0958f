import { useEffectEvent, useLayoutEffect } from 'react';
import { isForOverlay } from '../ui/overlays.ts';
import type { ScreenName } from './map.ts';
import { actionOf, belongsToTextField } from './match.ts';

/** Answers false when the press is not for it after all. */
export type ShortcutHandler = () => boolean | void;

export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]');

/** A focused button or link acts on Enter and Space itself, but for those that leave Space to their screen. */
const actsItself = (target: EventTarget | null, key: string): boolean =>
  target instanceof HTMLElement &&
  target.matches('button, a[href], summary') &&
  (key === 'Enter' || (key === ' ' && target.dataset.space !== 'screen'));

/** Runs the handlers of a screen's keys while no dialog lies over it. Handlers are called by the table's action names. */
export const useShortcuts = (screen: ScreenName, handlers: Readonly<Record<string, ShortcutHandler>>): void => {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isForOverlay(event)) return;
    if (isTextField(event.target) && belongsToTextField(event)) return;
    if (actsItself(event.target, event.key)) return;
    const action = actionOf(screen, event);
    const handler = action === null ? undefined : handlers[action];
    if (handler && handler() !== false) event.preventDefault();
  });
  // Before the paint: what is seen has its keys.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
