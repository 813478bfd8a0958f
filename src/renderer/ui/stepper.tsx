import { IconMinus, IconPlus } from '@tabler/icons-react';
import classes from './stepper.module.css';

interface StepperProps {
  readonly label: string;
  readonly fewer: string;
  readonly more: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A small whole number with large keys on both sides. */
export const Stepper = ({ label, fewer, more, value, min, max, onChange }: StepperProps) => (
  <div className={classes.stepper} role="group" aria-label={label}>
    <button type="button" className={classes.key} aria-label={fewer} disabled={value <= min} onClick={() => onChange(value - 1)}>
      <IconMinus size={24} />
    </button>
    <output className={`${classes.value} figures`} aria-live="polite">
      {value}
    </output>
    <button type="button" className={classes.key} aria-label={more} disabled={value >= max} onClick={() => onChange(value + 1)}>
      <IconPlus size={24} />
    </button>
  </div>
);
