import type { Caller } from '../../src/core/kernel/caller.ts';
import type { Role } from '../../src/domain/permissions.ts';
import type { TestApp } from './test-app.ts';

const PINS: Readonly<Record<Role, string>> = { owner: '9001', manager: '8002', cashier: '7003', kitchen: '6004' };

export interface Person {
  readonly id: number;
  readonly pin: string;
  /** Whoever this is now, with the permissions of this moment. */
  caller(): Caller;
  /** This person's PIN, given for somebody else's call. */
  readonly approval: { readonly approval: { readonly staff_id: number; readonly pin: string } };
}

/** One person of each role, added by the owner and signed in on the desktop with their PIN. */
export const addPeople = async (app: TestApp): Promise<Record<Role, Person>> => {
  const add = async (role: Role): Promise<Person> => {
    const pin = PINS[role];
    const { id } = await app.call('staff.create', { name: `The ${role}`, role, pin });
    const nobodyYet: Caller = {
      kind: 'nobody',
      id: null,
      name: 'Nobody',
      role: null,
      personal: { granted: [], withheld: [] },
      door: 'ipc',
      sessionId: null,
      ip: null,
      userAgent: null,
    };
    const { token } = await app.call('session.signIn', { staff_id: id, pin }, nobodyYet);
    const caller = (): Caller => {
      const found = app.pos.callerOfSession(token ?? '', 'ipc', { ip: null, userAgent: null });
      if (!found) throw new Error(`${role} is not signed in`);
      return found;
    };
    return { id, pin, caller, approval: { approval: { staff_id: id, pin } } };
  };
  return { owner: await add('owner'), manager: await add('manager'), cashier: await add('cashier'), kitchen: await add('kitchen') };
};
