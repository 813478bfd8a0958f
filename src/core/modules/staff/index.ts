import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { createKey, listKeys, revokeKey } from './api-keys.ts';
import { addStaff, listStaff, updateStaff } from './people.ts';
import { pinFits } from './pin-guard.ts';
import { hashPin } from './secrets.ts';
import { createOwner, sessionOf, signIn, signOut } from './sessions.ts';
import { correctPunch, listPunches, punchClock } from './time-clock.ts';

export { callerOfKey, touchKey } from './api-keys.ts';
export { addStaff, listStaff } from './people.ts';
export { acceptPin, pinFits } from './pin-guard.ts';
export { hashPin } from './secrets.ts';
export { beginSession, callerOfSession, csrfTokenOf, isNewShop, refuseSetUp } from './sessions.ts';

export const staffHandlers = ({ version, pepper }: { version: string; pepper: string }): ModuleHandlers => ({
  queries: {
    'session.get': (ctx) => sessionOf(ctx, ctx.caller, version),
    'keys.list': listKeys,
    'staff.list': listStaff,
    'timeClock.list': listPunches,
  },
  preparations: {
    'session.signIn': (ctx, input) => pinFits(ctx, input.staff_id, input.pin, pepper),
    'session.createOwner': (_ctx, input) => hashPin(input.pin, pepper),
    'staff.create': (_ctx, input) => hashPin(input.pin, pepper),
    'staff.update': async (_ctx, input) => (input.pin === undefined ? null : hashPin(input.pin, pepper)),
  },
  commands: {
    'session.signIn': (ctx, input, fits) => signIn(ctx, input, fits === true, version),
    'session.signOut': (ctx) => signOut(ctx, version),
    'session.createOwner': (ctx, input, pinHash) => createOwner(ctx, input, String(pinHash), version),
    'keys.create': createKey,
    'keys.revoke': revokeKey,
    'staff.create': (ctx, input, pinHash) =>
      addStaff(ctx, { name: input.name, role: input.role, pinHash: String(pinHash), granted: input.granted, withheld: input.withheld }),
    'staff.update': (ctx, input, pinHash) => updateStaff(ctx, input, typeof pinHash === 'string' ? pinHash : null),
    'timeClock.punch': punchClock,
    'timeClock.correct': correctPunch,
  },
});
