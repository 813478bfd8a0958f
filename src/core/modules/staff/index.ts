import type { ModuleHandlers } from '../../kernel/handlers.ts';
import { createKey, listKeys, revokeKey } from './api-keys.ts';
import { hashPin } from './secrets.ts';
import { checkPin, createOwner, sessionOf, signIn, signOut } from './sessions.ts';

export { callerOfKey, touchKey } from './api-keys.ts';
export { hashPin } from './secrets.ts';
export { addStaff, callerOfSession, csrfTokenOf } from './sessions.ts';

export const staffHandlers = (version: string): ModuleHandlers => ({
  queries: {
    'session.get': (ctx) => sessionOf(ctx, ctx.caller, version),
    'keys.list': listKeys,
  },
  preparations: {
    'session.signIn': checkPin,
    'session.createOwner': (_ctx, input) => hashPin(input.pin),
  },
  commands: {
    'session.signIn': (ctx, input, fits) => signIn(ctx, input, fits === true, version),
    'session.signOut': (ctx) => signOut(ctx, version),
    'session.createOwner': (ctx, input, pinHash) => createOwner(ctx, input, String(pinHash), version),
    'keys.create': createKey,
    'keys.revoke': revokeKey,
  },
});
