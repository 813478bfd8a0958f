import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../contract/settings.ts';
import { currencyOf } from '../../../domain/money.ts';
import { CallFailure } from '../../client/failure.ts';
import { queryKeyOf, useCommand } from '../../client/queries.ts';
import { useSession } from '../session/session.tsx';
import { setDraft, useDrafts } from './drafts.ts';
import { faultOf, type SettingField, textOf, valueOf } from './setting-fields.ts';

/** One section's settings while they are edited: what is shown, what is wrong, what is not saved. */
export const useSettingsForm = (fields: readonly SettingField[], settings: Settings) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { person } = useSession();
  const personId = person?.id ?? null;
  const drafts = useDrafts(personId);
  const update = useCommand('settings.update');
  const currency = currencyOf(settings.currency);
  const changed = fields.filter(({ key }) => drafts[key] !== undefined);

  const change = (field: SettingField, text: string) => {
    update.reset();
    const same = text === textOf(field, settings, currency);
    setDraft(personId, field.key, same ? null : { text, base: drafts[field.key]?.base ?? JSON.stringify(settings[field.key]) });
  };
  const undo = () => {
    update.reset();
    for (const { key } of fields) setDraft(personId, key, null);
  };
  const save = async (): Promise<boolean> => {
    if (changed.length === 0 || changed.some((field) => faultOf(field, drafts[field.key]?.text ?? '', currency))) return false;
    const input = Object.fromEntries(changed.map((field) => [field.key, valueOf(field, drafts[field.key]?.text ?? '', currency)]));
    const saved = await update.run(input);
    if (!saved) return false;
    queries.setQueryData(queryKeyOf('settings.get', {}), saved);
    for (const { key } of changed) setDraft(personId, key, null);
    return true;
  };

  const hasChanges = changed.length > 0;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (hasChanges) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [hasChanges]);

  const refused = update.error instanceof CallFailure ? update.error.details : [];
  const errorOf = (field: SettingField): string | null => {
    const draft = drafts[field.key];
    if (draft === undefined) return null;
    const told = refused.find(({ loc }) => loc.at(-1) === field.key);
    if (told) return told.msg;
    const fault = faultOf(field, draft.text, currency);
    if (!fault) return null;
    const percent = field.kind === 'rate' && 'bound' in fault ? { bound: fault.bound / 10_000 } : {};
    return t(`settings.faults.${fault.kind}`, { ...fault, ...percent });
  };
  /** Somebody else saved another value since this one was typed. */
  const overtaken = (field: SettingField): string | null => {
    const draft = drafts[field.key];
    if (draft === undefined || draft.base === JSON.stringify(settings[field.key])) return null;
    return t('settings.overtaken', { value: textOf(field, settings, currency) });
  };
  return {
    textOf: (field: SettingField) => drafts[field.key]?.text ?? textOf(field, settings, currency),
    errorOf,
    overtaken,
    change,
    undo,
    save,
    changes: changed.length,
    hasFaults: changed.some((field) => errorOf(field) !== null),
    busy: update.busy,
    /** A refusal that belongs to no field of its own. */
    error: refused.length === 0 ? update.error : null,
  };
};
