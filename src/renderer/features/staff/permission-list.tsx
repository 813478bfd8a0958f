import { Switch } from '@mantine/core';
import type { TOptions } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PersonalPermissions, Role } from '../../../domain/permissions.ts';
import { PERMISSION_GROUPS, stateOf, withPermission } from './permission-groups.ts';
import classes from './staff.module.css';

interface PermissionListProps {
  readonly role: Role;
  readonly personal: PersonalPermissions;
  readonly readOnly: boolean;
  readonly onChange: (personal: PersonalPermissions) => void;
}

/** What a person may do, in plain words; what differs from the role is marked. */
export const PermissionList = ({ role, personal, readOnly, onChange }: PermissionListProps) => {
  const { t } = useTranslation();
  // The permission's own name is the key; a test walks them all.
  const words = t as unknown as (key: string, options?: TOptions) => string;
  return (
    <div className={classes.permissions}>
      <h3 className={classes.subtitle}>{t('staff.permissions')}</h3>
      <p className={classes.hint}>
        {role === 'owner' ? t('staff.owner_may_all') : t('staff.permissions_hint', { role: t(`role.${role}`) })}
      </p>
      {PERMISSION_GROUPS.map((group) => (
        <fieldset key={group.name} className={classes.group} disabled={readOnly || role === 'owner'}>
          <legend>{t(`staff.group.${group.name}`)}</legend>
          {group.permissions.map((permission) => {
            const { has, differs } = stateOf(role, personal, permission);
            return (
              <div key={permission} className={classes.permission} data-differs={differs ?? undefined}>
                <Switch
                  size="md"
                  label={words(`permission.${permission}`)}
                  checked={has}
                  disabled={readOnly || role === 'owner'}
                  onChange={(event) => onChange(withPermission(role, personal, permission, event.currentTarget.checked))}
                />
                {differs ? <span className={classes.differs}>{t(`staff.${differs}`)}</span> : null}
              </div>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
};
