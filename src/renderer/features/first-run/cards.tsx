import { type KeyboardEvent, useRef } from 'react';
import classes from './first-run.module.css';

interface CardsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly name: string; readonly hint: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, each with a word of what it means. Arrows choose, as with any radio buttons; Enter goes on. */
export const Cards = <T extends string>({ label, options, value, onChange }: CardsProps<T>) => {
  const group = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Enter') {
      event.preventDefault();
      group.current?.closest('form')?.requestSubmit();
      return;
    }
    if (by === 0) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = (at + by + options.length) % options.length;
    const option = options[next];
    if (!option) return;
    onChange(option.value);
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus();
  };
  return (
    <div ref={group} className={classes.cards} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          className={classes.card}
          onKeyDown={walk}
          onClick={() => onChange(option.value)}
        >
          <span className={classes.cardName}>{option.name}</span>
          <span className={classes.cardHint}>{option.hint}</span>
        </button>
      ))}
    </div>
  );
};
