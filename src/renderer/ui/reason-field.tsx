import { TextInput } from '@mantine/core';
import classes from './reason-field.module.css';

interface ReasonFieldProps {
  readonly label: string;
  /** What is said most often; one tap writes it. */
  readonly suggestions: readonly string[];
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly error?: string | null;
  readonly autoFocus?: boolean;
}

/** Why something is given away or taken back: the books need it. */
export const ReasonField = ({ label, suggestions, value, onChange, error, autoFocus }: ReasonFieldProps) => (
  <div className={classes.reason}>
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={300}
      autoComplete="off"
      error={error}
      data-autofocus={autoFocus || undefined}
    />
    <div className={classes.suggestions} role="group" aria-label={label}>
      {suggestions.map((words) => (
        <button key={words} type="button" className={classes.suggestion} aria-pressed={value === words} onClick={() => onChange(words)}>
          {words}
        </button>
      ))}
    </div>
  </div>
);
