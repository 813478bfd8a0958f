import type { Session } from '../../../contract/session.ts';

const KEY = 'philo.last-person';

/** Who signed in last at this till, if they still work here; a single person needs no choosing. */
export const rememberedPerson = (staff: Session['staff']): number | null => {
  if (staff.length === 1) return staff[0]?.id ?? null;
  const id = Number(localStorage.getItem(KEY));
  return staff.some((person) => person.id === id) ? id : null;
};

export const rememberPerson = (id: number): void => localStorage.setItem(KEY, String(id));
