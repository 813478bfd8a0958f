import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './problem.module.css';

/** A refusal or a fault beside what caused it, in words. Nothing when there is none. */
export const Problem = ({ error, text }: { error?: Error | null; text?: string | null }) => {
  const words = text ?? error?.message;
  return (
    <div role="alert" className={classes.problem}>
      {words ? (
        <>
          <IconAlertTriangle size={20} aria-hidden="true" />
          <span>{words}</span>
        </>
      ) : null}
    </div>
  );
};
