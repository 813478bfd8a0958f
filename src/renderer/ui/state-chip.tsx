import classes from './state-chip.module.css';

/** Whether something is switched on, in a word. */
export const StateChip = ({ on, words }: { on: boolean; words: string }) => (
  <span className={classes.chip} data-off={!on || undefined}>
    {words}
  </span>
);
