import type { ReactNode } from 'react';
import classes from './keycap.module.css';

/** The key that does the same as the button it stands on; not read out, the help has it. */
export const Keycap = ({ children }: { children: ReactNode }) => (
  <kbd className={classes.key} aria-hidden="true">
    {children}
  </kbd>
);
