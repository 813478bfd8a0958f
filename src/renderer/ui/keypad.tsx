import type { ReactNode } from 'react';
import classes from './keypad.module.css';

interface KeypadKey {
  readonly label: string;
  readonly face: ReactNode;
  readonly onPress: () => void;
  readonly kind?: 'plain' | 'main';
  readonly disabled?: boolean;
}

interface KeypadProps {
  readonly label: string;
  readonly onDigit: (digit: string) => void;
  /** Beside the 0; null leaves the place empty. */
  readonly left: KeypadKey | null;
  readonly right: KeypadKey;
  readonly disabled?: boolean;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Large keys for digits, by touch or pointer; the keyboard's digits are the screen's own matter. */
export const Keypad = ({ label, onDigit, left, right, disabled }: KeypadProps) => {
  const digit = (text: string) => (
    <button key={text} type="button" className={classes.key} disabled={disabled} onClick={() => onDigit(text)}>
      {text}
    </button>
  );
  const other = (key: KeypadKey) => (
    <button
      type="button"
      className={`${classes.key} ${key.kind === 'main' ? classes.main : classes.quiet}`}
      aria-label={key.label}
      disabled={disabled === true || key.disabled === true}
      onClick={key.onPress}
    >
      {key.face}
    </button>
  );
  return (
    <div className={classes.keypad} role="group" aria-label={label}>
      {DIGITS.map(digit)}
      {left ? other(left) : <span />}
      {digit('0')}
      {other(right)}
    </div>
  );
};
