import { useCommand } from '../../client/queries.ts';
import { useSession, useTakeSession } from '../session/session.tsx';

/** Locks the till. Not possible where nobody has signed in with a PIN (a server opened without keys). */
export const useLock = () => {
  const { person } = useSession();
  const signOut = useCommand('session.signOut');
  const takeSession = useTakeSession();
  const possible = person?.id !== null && person?.id !== undefined;
  return {
    possible,
    run: async (): Promise<void> => {
      if (!possible) return;
      const session = await signOut.run({});
      if (session) takeSession(session);
    },
  };
};
