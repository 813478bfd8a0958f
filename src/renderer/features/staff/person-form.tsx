import { Button, PasswordInput, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../contract/staff.ts';
import { type PersonalPermissions, type Role, ROLES } from '../../../domain/permissions.ts';
import { useCommand } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Segments } from '../../ui/segments.tsx';
import { underRole } from './permission-groups.ts';
import { PermissionList } from './permission-list.tsx';
import classes from './staff.module.css';

interface PersonFormProps {
  /** Null: a new one. */
  readonly person: StaffMember | null;
  readonly readOnly: boolean;
  /** The id of the person saved; null when it was left. */
  readonly onDone: (id: number | null) => void;
}

/** One person: name, role, PIN, what they may do, and whether they still work here. */
export const PersonForm = ({ person, readOnly, onDone }: PersonFormProps) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const create = useCommand('staff.create');
  const update = useCommand('staff.update');
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'cashier');
  const [pin, setPin] = useState('');
  const [isActive, setActive] = useState(person?.is_active ?? true);
  const [personal, setPersonal] = useState<PersonalPermissions>({ granted: person?.granted ?? [], withheld: person?.withheld ?? [] });
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState('');
  const pinFault = (person === null || pin !== '') && !/^\d{4,8}$/.test(pin);
  const changed = (change: () => void) => {
    setSaved('');
    change();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (readOnly || name.trim() === '' || pinFault) return;
    const { granted, withheld } = underRole(role, personal);
    const who = { name: name.trim(), role, granted: [...granted], withheld: [...withheld] };
    const made = person
      ? await update.run({ staff_id: person.id, ...who, is_active: isActive, ...(pin === '' ? {} : { pin }) })
      : await create.run({ ...who, pin });
    if (!made) return;
    await queries.invalidateQueries({ queryKey: ['staff'] });
    void queries.invalidateQueries({ queryKey: ['session'] });
    setPin('');
    setTried(false);
    setSaved(t('staff.saved', { name: made.name }));
    onDone(made.id);
  };
  useShortcuts('staff', { save: () => form.current?.requestSubmit() });
  return (
    <section className={classes.card} aria-label={person ? person.name : t('staff.new')}>
      <form ref={form} className={classes.form} onSubmit={(event) => void save(event)} noValidate>
        <h2 className={classes.title}>{person ? person.name : t('staff.new')}</h2>
        <fieldset className={classes.fields} disabled={readOnly}>
          <TextInput
            label={t('staff.name')}
            value={name}
            onChange={(event) => changed(() => setName(event.target.value))}
            error={tried && name.trim() === '' ? t('staff.name_missing') : null}
            maxLength={100}
            autoComplete="off"
            autoFocus={person === null}
          />
          <div className={classes.field}>
            <span className={classes.label} aria-hidden="true">
              {t('staff.role')}
            </span>
            <Segments
              label={t('staff.role')}
              value={role}
              onChange={(next) =>
                changed(() => {
                  setRole(next);
                  setPersonal(underRole(next, personal));
                })
              }
              options={ROLES.map((each) => ({ value: each, name: t(`role.${each}`) }))}
            />
            <p className={classes.hint}>{t(`staff.role_hint.${role}`)}</p>
          </div>
          {readOnly ? null : (
            <PasswordInput
              label={t(person ? 'staff.new_pin' : 'lock.pin')}
              description={t(person ? 'staff.new_pin_hint' : 'owner.pin_hint')}
              value={pin}
              onChange={(event) => changed(() => setPin(event.target.value.replace(/\D/g, '')))}
              error={tried && pinFault ? t('lock.too_short') : null}
              inputMode="numeric"
              autoComplete="new-password"
              maxLength={8}
            />
          )}
          {person ? (
            <Switch
              label={t('staff.active')}
              description={t('staff.active_hint')}
              checked={isActive}
              onChange={(event) => changed(() => setActive(event.target.checked))}
            />
          ) : null}
        </fieldset>
        <PermissionList role={role} personal={personal} readOnly={readOnly} onChange={(next) => changed(() => setPersonal(next))} />
        <div className={classes.foot}>
          <Problem error={person ? update.error : create.error} />
          <p role="status" className={classes.said}>
            {saved}
          </p>
          <div className={classes.buttons}>
            <Button variant="default" size="lg" onClick={() => onDone(null)}>
              {t(readOnly ? 'app.back' : 'app.close')}
            </Button>
            {readOnly ? null : (
              <Button type="submit" size="lg" loading={create.busy || update.busy} rightSection={<Keycap>F10</Keycap>}>
                {t(person ? 'app.save' : 'staff.create')}
              </Button>
            )}
          </div>
        </div>
      </form>
    </section>
  );
};
