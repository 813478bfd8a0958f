import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useMay } from '../session/session.tsx';
import { PrinterTest } from './printer-test.tsx';
import { SettingControl } from './setting-control.tsx';
import type { SettingField } from './setting-fields.ts';
import classes from './settings.module.css';
import { useSettingsForm } from './use-settings-form.ts';

interface SettingsFormProps {
  readonly title: string;
  readonly hint: string;
  readonly fields: readonly SettingField[];
  readonly settings: Settings;
  /** The settings of the printer, which can be tried out. */
  readonly isPrinter?: boolean;
}

/** The settings of a section as one form, saved together. */
export const SettingsForm = ({ title, hint, fields, settings, isPrinter }: SettingsFormProps) => {
  const { t } = useTranslation();
  const readOnly = !useMay()('settings.manage');
  const form = useSettingsForm(fields, settings);
  const [said, setSaid] = useState('');
  const save = async () => {
    setSaid('');
    if (await form.save()) setSaid(t('settings.saved'));
  };
  useShortcuts('settings', { save: () => void save() });
  return (
    <section className={classes.card} aria-label={title}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <header>
          <h2 className={classes.title}>{title}</h2>
          <p className={classes.hint}>{hint}</p>
          {readOnly ? <p className={classes.note}>{t('settings.read_only')}</p> : null}
        </header>
        {fields.map((field) => (
          <SettingControl
            key={field.key}
            field={field}
            text={form.textOf(field)}
            error={form.errorOf(field)}
            note={form.overtaken(field)}
            readOnly={readOnly}
            onText={(text) => {
              setSaid('');
              form.change(field, text);
            }}
          />
        ))}
        {isPrinter ? <PrinterTest isSaved={form.changes === 0} hasPrinter={settings.printer_host !== ''} /> : null}
        {readOnly ? null : (
          <footer className={classes.foot}>
            <Problem error={form.error} />
            <p role="status" className={classes.said}>
              {form.changes > 0 ? t('settings.unsaved', { count: form.changes }) : said}
            </p>
            {form.changes > 0 ? (
              <Button variant="default" onClick={form.undo}>
                {t('settings.undo')}
              </Button>
            ) : null}
            <Button type="submit" disabled={form.changes === 0 || form.hasFaults} loading={form.busy} rightSection={<Keycap>F10</Keycap>}>
              {t('app.save')}
            </Button>
          </footer>
        )}
      </form>
    </section>
  );
};
