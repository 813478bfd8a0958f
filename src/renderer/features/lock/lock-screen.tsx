import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { useSession, useTakeSession } from '../session/session.tsx';
import classes from './lock.module.css';
import { LockFrame } from './lock-frame.tsx';
import { setLocked } from './locked.ts';
import { PinEntry } from './pin-entry.tsx';
import { rememberPerson, rememberedPerson } from './remembered-person.ts';

/** Who is at the till: a name and its PIN. */
export const LockScreen = () => {
  const { t } = useTranslation();
  const { staff } = useSession();
  const takeSession = useTakeSession();
  const signIn = useCommand('session.signIn');
  const [personId, setPersonId] = useState(() => rememberedPerson(staff));
  const person = staff.find(({ id }) => id === personId);
  const enter = async (id: number, pin: string) => {
    const session = await signIn.run({ staff_id: id, pin });
    if (!session) return;
    rememberPerson(id);
    takeSession(session);
    setLocked(false);
  };
  return (
    <LockFrame>
      <h2 className={classes.title}>{person ? t('lock.enter_pin', { name: person.name }) : t('lock.who')}</h2>
      <PinEntry
        people={staff}
        chosen={personId}
        onChoose={setPersonId}
        who={t('lock.who')}
        enterLabel={t('lock.sign_in')}
        busy={signIn.busy}
        error={signIn.error}
        onTyped={signIn.reset}
        onEnter={enter}
      />
    </LockFrame>
  );
};
