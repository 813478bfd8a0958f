import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Keycap } from '../keycap.tsx';
import { Problem } from '../problem.tsx';
import { ConflictBox } from './conflict-box.tsx';
import classes from './panel.module.css';
import type { Editing } from './use-editing.ts';

interface EditPanelProps<R, V extends object> {
  /** What is open: its name as saved, or "New item". */
  readonly title: string;
  readonly editing: Editing<R, V>;
  readonly onClose: () => void;
  /** What the fields are called, for the choice between two people's changes. */
  readonly labels: Readonly<Record<keyof V & string, string>>;
  /** A field's value in words, where the control's own text is none. */
  readonly show?: (field: keyof V & string, values: V) => string;
  /** On the button that makes a new one. */
  readonly createLabel: string;
  /** Looks only: nothing can be saved. */
  readonly readOnly?: boolean;
  /** Beside saving: delete, switch off. */
  readonly more?: ReactNode;
  /** Below the fields: history and the like. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** The panel beside a list in which one row is edited; F10 saves, Esc closes. */
export const EditPanel = <R, V extends object>(props: EditPanelProps<R, V>) => {
  const { title, editing, onClose, readOnly = false } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input:not([type=hidden]):enabled, textarea:enabled, select:enabled')?.focus();
  }, []);
  const save = () => {
    if (readOnly) return;
    void editing.save().then(() =>
      // After the faults are drawn.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()),
    );
  };
  useShortcuts('list', { save });
  useShortcuts('everywhere', { back: onClose });
  const { conflict } = editing;
  return (
    <section className={classes.panel} aria-label={title}>
      <form
        ref={form}
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          save();
        }}
      >
        <div className={classes.top}>
          <h2 className={classes.title}>{title}</h2>
          <ActionIcon aria-label={t('app.close')} onClick={onClose}>
            <IconX size={22} />
          </ActionIcon>
        </div>
        <div className={classes.body}>
          {conflict ? <ConflictBox conflict={conflict} values={editing.values} labels={props.labels} show={props.show} /> : null}
          <fieldset className={classes.fields} disabled={readOnly}>
            {props.children}
          </fieldset>
          {props.below}
        </div>
        <div className={classes.foot}>
          <Problem error={editing.problem} />
          <p role="status" className={classes.said}>
            {editing.isDirty ? t('list.changed') : editing.said}
          </p>
          <div className={classes.buttons}>
            {props.more}
            {readOnly ? null : (
              <Button type="submit" className={classes.save ?? ''} loading={editing.busy} rightSection={<Keycap>F10</Keycap>}>
                {editing.isNew ? props.createLabel : t(conflict ? 'list.save_on_top' : 'app.save')}
              </Button>
            )}
          </div>
        </div>
      </form>
    </section>
  );
};
