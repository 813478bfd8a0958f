import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';
import { isTextField, useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { isForOverlay } from '../../ui/overlays.ts';
import type { PayEntry } from './use-pay-entry.ts';

interface PayKeys {
  readonly pay: PayEntry;
  readonly amountRef: RefObject<HTMLInputElement | null>;
  readonly tipRef: RefObject<HTMLInputElement | null>;
  readonly onTake: () => void;
  readonly onLater: (() => void) | undefined;
  readonly onBack: () => void;
}

/** Paying by keyboard: digits go into the amount from anywhere, Enter and F10 take it. */
export const usePayKeys = ({ pay, amountRef, tipRef, onTake, onLater, onBack }: PayKeys): void => {
  const choose = (kind: string): boolean => {
    const method = pay.methods.find((one) => one.kind === kind);
    if (method) pay.choose(method);
    return method !== undefined;
  };
  useShortcuts('pay', {
    take: onTake,
    cash: () => choose('cash'),
    card: () => choose('card'),
    mobile: () => choose('mobile'),
    method: () => {
      const at = pay.methods.findIndex(({ code }) => code === pay.method?.code);
      const next = pay.methods[(at + 1) % Math.max(pay.methods.length, 1)];
      if (next) pay.choose(next);
    },
    tip: () => tipRef.current?.focus(),
    later: () => (onLater ? onLater() : false),
  });
  useShortcuts('everywhere', { back: onBack });
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isForOverlay(event)) return;
    // The digit is not prevented: it goes on into the field, which has the focus by then.
    if (/^[0-9.,]$|^Backspace$/.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey && !isTextField(event.target))
      amountRef.current?.focus();
  });
  // Before the paint: what is seen has its keys.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
