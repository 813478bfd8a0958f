import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text?: string;
  /** `alert` for what went wrong. */
  readonly role?: 'alert' | 'status';
  readonly children?: ReactNode;
}

/** A calm full-area message: empty, loading and failed states all look like this. */
export const Notice = ({ icon, title, text, role, children }: NoticeProps) => (
  <div className={classes.notice} role={role}>
    {icon ? <span className={classes.icon}>{icon}</span> : null}
    <p className={classes.title}>{title}</p>
    {text ? <p className={classes.text}>{text}</p> : null}
    {children}
  </div>
);
