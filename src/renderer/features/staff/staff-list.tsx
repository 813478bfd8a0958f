import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../contract/staff.ts';
import { initialsOf } from '../lock/people-chips.tsx';
import classes from './staff.module.css';

interface StaffListProps {
  readonly people: readonly StaffMember[];
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
}

/** Who works here, and below who no longer does. */
export const StaffList = ({ people, chosen, onChoose }: StaffListProps) => {
  const { t } = useTranslation();
  const row = (person: StaffMember) => (
    <li key={person.id}>
      <button
        type="button"
        className={classes.person}
        aria-pressed={person.id === chosen}
        data-gone={!person.is_active || undefined}
        onClick={() => onChoose(person.id)}
      >
        <span className={classes.initials} aria-hidden="true">
          {initialsOf(person.name)}
        </span>
        <span className={classes.words}>
          <span className={classes.name}>{person.name}</span>
          <span className={classes.role}>
            {t(`role.${person.role}`)}
            {person.granted.length + person.withheld.length > 0 ? ` · ${t('staff.own_permissions')}` : ''}
          </span>
        </span>
      </button>
    </li>
  );
  const gone = people.filter((person) => !person.is_active);
  return (
    <>
      <ul className={classes.list}>{people.filter((person) => person.is_active).map(row)}</ul>
      {people.length === 0 ? <p className={classes.hint}>{t('staff.none_found')}</p> : null}
      {gone.length > 0 ? (
        <>
          <h2 className={classes.subtitle}>{t('staff.gone')}</h2>
          <ul className={classes.list}>{gone.map(row)}</ul>
        </>
      ) : null}
    </>
  );
};
