import { IconArrowRight, IconBackspace } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/session.ts';
import type { CallFailure } from '../../client/failure.ts';
import { actionOf } from '../../keyboard/match.ts';
import { isTextField } from '../../keyboard/use-shortcuts.ts';
import { Keypad } from '../../ui/keypad.tsx';
import { Problem } from '../../ui/problem.tsx';
import classes from './lock.module.css';
import { PeopleChips } from './people-chips.tsx';
import { clockText, useWait } from './use-wait.ts';

const SHORTEST = 4;
const LONGEST = 8;

interface PinEntryProps {
  readonly people: Session['staff'];
  readonly chosen: number | null;
  readonly onChoose: (id: number) => void;
  /** What the chips ask: "Who is at the till?" */
  readonly who: string;
  readonly enterLabel: string;
  readonly busy: boolean;
  readonly error: CallFailure | null;
  /** Typing again takes the refusal away. */
  readonly onTyped: () => void;
  readonly onEnter: (person: number, pin: string) => Promise<void>;
}

/** Name chips and a PIN pad. Digits of the keyboard go into the PIN wherever the focus is. */
export const PinEntry = ({ people, chosen, onChoose, who, enterLabel, busy, error, onTyped, onEnter }: PinEntryProps) => {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [hint, setHint] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  // From Enter on, the last refusal is not this PIN's any more.
  const refusal = asking ? null : error;
  const wait = useWait(refusal);
  const blocked = asking || busy || wait > 0;

  const choose = (id: number) => {
    if (id === chosen) return;
    setPin('');
    setHint(null);
    onTyped();
    onChoose(id);
  };
  const type = (digit: string) => {
    if (wait > 0) return;
    setHint(null);
    if (error) onTyped();
    setPin((typed) => (typed.length < LONGEST ? typed + digit : typed));
  };
  const erase = () => setPin((typed) => typed.slice(0, -1));
  const enter = async () => {
    if (blocked) return;
    if (chosen === null) return setHint(t('lock.pick_first'));
    if (pin.length < SHORTEST) return setHint(t('lock.too_short'));
    setPin('');
    setAsking(true);
    await onEnter(chosen, pin);
    setAsking(false);
  };
  const step = (by: number) => {
    const at = people.findIndex(({ id }) => id === chosen);
    const next = people[(at + by + people.length) % people.length];
    if (next) choose(next.id);
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
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
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  // Once the time is over there is nothing to say: the next PIN tells.
  const isWait = refusal?.code === 'locked_out' || refusal?.code === 'rate_limited';
  const words = wait > 0 ? t(refusal?.code === 'rate_limited' ? 'lock.rate_limited' : 'lock.locked_out', { time: clockText(wait) }) : hint;
  return (
    <>
      <PeopleChips staff={people} chosen={chosen} onChoose={choose} who={who} />
      <div className={classes.pin}>
        <div
          className={`${classes.dots} ${refusal && pin === '' ? classes.wrong : ''}`}
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
          disabled={wait > 0}
          left={{ label: t('lock.erase'), face: <IconBackspace size={28} />, onPress: erase }}
          right={{
            label: enterLabel,
            face: <IconArrowRight size={28} />,
            onPress: () => void enter(),
            kind: 'main',
            disabled: blocked,
          }}
        />
      </div>
      <div className={classes.problem}>
        <Problem error={isWait ? null : refusal} text={words} />
      </div>
    </>
  );
};
