import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/session.ts';
import classes from './lock.module.css';

/** Two letters for a name. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();

interface PeopleChipsProps {
  readonly staff: Session['staff'];
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
  /** What the chips ask. */
  readonly who: string;
}

/** One chip for each person; one is chosen. */
export const PeopleChips = ({ staff, chosen, onChoose, who }: PeopleChipsProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.people} data-many={staff.length > 4 || undefined} role="radiogroup" aria-label={who}>
      {staff.map(({ id, name, role }) => (
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === chosen}
          aria-label={name}
          className={classes.person}
          onClick={() => onChoose(id)}
        >
          <span className={classes.initials} aria-hidden="true">
            {initialsOf(name)}
          </span>
          <span>
            <span className={classes.personName}>{name}</span>
            <span className={classes.personRole}>{t(`role.${role}`)}</span>
          </span>
        </button>
      ))}
    </div>
  );
};
