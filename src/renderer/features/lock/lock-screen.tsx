import { IconArrowRight, IconBackspace } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { isTextField } from '../../keyboard/use-shortcuts.ts';
import { actionOf } from '../../keyboard/match.ts';
import { Keypad } from '../../ui/keypad.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useSession, useTakeSession } from '../session/session.tsx';
import classes from './lock.module.css';
import { LockFrame } from './lock-frame.tsx';
import { PeopleChips } from './people-chips.tsx';
import { rememberPerson, rememberedPerson } from './remembered-person.ts';

const SHORTEST = 4;
const LONGEST = 8;

/** Name chips and a PIN pad. Digits of the keyboard go into the PIN wherever the focus is. */
export const LockScreen = () => {
  const { t } = useTranslation();
  const { staff } = useSession();
  const takeSession = useTakeSession();
  const signIn = useCommand('session.signIn');
  const [personId, setPersonId] = useState(() => rememberedPerson(staff));
  const [pin, setPin] = useState('');
  const [hint, setHint] = useState<string | null>(null);
  const person = staff.find(({ id }) => id === personId);

  const choose = (id: number) => {
    setPersonId(id);
    setPin('');
    setHint(null);
    signIn.reset();
  };
  const type = (digit: string) => {
    if (signIn.busy) return;
    setHint(null);
    if (signIn.error) signIn.reset();
    setPin((typed) => (typed.length < LONGEST ? typed + digit : typed));
  };
  const erase = () => setPin((typed) => typed.slice(0, -1));
  const enter = async () => {
    if (!person) return setHint(t('lock.pick_first'));
    if (pin.length < SHORTEST) return setHint(t('lock.too_short'));
    const session = await signIn.run({ staff_id: person.id, pin });
    setPin('');
    if (!session) return;
    rememberPerson(person.id);
    takeSession(session);
  };
  const step = (by: number) => {
    const at = staff.findIndex(({ id }) => id === personId);
    const next = staff[(at + by + staff.length) % staff.length];
    if (next) choose(next.id);
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTextField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^\d$/.test(event.key)) type(event.key);
      else {
        const action = actionOf('lock', event);
        if (action === 'erase') erase();
        else if (action === 'enter') {
          if (event.target instanceof HTMLButtonElement && pin === '') return;
          void enter();
        } else if (action === 'previous_person') step(-1);
        else if (action === 'next_person') step(1);
        else return;
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });

  return (
    <LockFrame>
      <h2 className={classes.title}>{person ? t('lock.enter_pin', { name: person.name }) : t('lock.who')}</h2>
      <PeopleChips staff={staff} chosen={personId} onChoose={choose} />
      <div className={classes.pin}>
        <div
          className={`${classes.dots} ${signIn.error && pin === '' ? classes.wrong : ''}`}
          role="img"
          aria-label={t('lock.pin_length', { count: pin.length })}
        >
          {Array.from({ length: Math.max(SHORTEST, pin.length) }, (_, index) => (
            <span key={index} className={classes.dot} data-filled={index < pin.length || undefined} />
          ))}
        </div>
        <Keypad
          label={t('lock.keypad')}
          onDigit={type}
          left={{ label: t('lock.erase'), face: <IconBackspace size={28} />, onPress: erase }}
          right={{
            label: t('lock.sign_in'),
            face: <IconArrowRight size={28} />,
            onPress: () => void enter(),
            kind: 'main',
            disabled: signIn.busy,
          }}
        />
      </div>
      <div className={classes.problem}>
        <Problem error={signIn.error} text={hint} />
      </div>
    </LockFrame>
  );
};
