import { useApprovals } from '../../client/approvals.ts';
import { useCommand } from '../../client/queries.ts';
import { useSession, useTakeSession } from '../session/session.tsx';
import { setLocked } from './locked.ts';

/** Locks the till, at once. Not possible where nobody has signed in with a PIN (a server opened without keys). */
export const useLock = () => {
  const { person } = useSession();
  const signOut = useCommand('session.signOut');
  const takeSession = useTakeSession();
  const possible = person?.id !== null && person?.id !== undefined;
  return {
    possible,
    run: async (): Promise<void> => {
      if (!possible) return;
      useApprovals.getState().pending?.cancel();
      setLocked(true);
      const session = await signOut.run({});
      if (session) takeSession(session);
    },
  };
};
