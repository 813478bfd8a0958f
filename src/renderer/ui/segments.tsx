import classes from './segments.module.css';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side. */
export const Segments = <T extends string>({ label, options, value, onChange }: SegmentsProps<T>) => (
  <div className={classes.segments} role="radiogroup" aria-label={label}>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        role="radio"
        aria-checked={option.value === value}
        className={classes.segment}
        onClick={() => onChange(option.value)}
      >
        {option.name}
      </button>
    ))}
  </div>
);
