import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck, IconDeviceDesktop } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ConnectionState } from '../../app/connection-state.tsx';
import { CupRing, Mark } from '../../app/mark.tsx';
import { speak } from '../../i18n/i18n.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../../ui/problem.tsx';
import { setLocked } from '../lock/locked.ts';
import { OwnerScreen } from '../lock/owner-screen.tsx';
import { rememberPerson } from '../lock/remembered-person.ts';
import { useSession, useTakeSession } from '../session/session.tsx';
import { type Answers, faultsOf, firstAnswers, STEPS } from './answers.ts';
import classes from './first-run.module.css';
import { LanguageStep, MoneyStep, OwnerStep, ShopStep, type StepProps } from './steps.tsx';
import { StartStep } from './start-step.tsx';
import { useFirstRun } from './use-first-run.ts';

/** A new installation: five questions, then everything is made in one go and the till is open. */
export const FirstRunScreen = () => {
  const { first_run: firstRun } = useSession();
  const { t } = useTranslation();
  if (firstRun && !firstRun.is_here) {
    return (
      <Notice icon={<IconDeviceDesktop size={32} />} title={t('first_run.not_here')} text={t('first_run.not_here_hint')} role="status" />
    );
  }
  return firstRun?.is_empty === false ? <OwnerScreen /> : <Wizard />;
};

/** Each step begins at its first answer, also after a press on Back. */
const focusFirst = (step: HTMLElement | null): void =>
  step?.querySelector<HTMLElement>('[role="radio"][aria-checked="true"], input')?.focus();

const Wizard = () => {
  const { t, i18n } = useTranslation();
  const takeSession = useTakeSession();
  const [, navigate] = useLocation();
  const setup = useFirstRun();
  const [answers, setAnswers] = useState(() => firstAnswers(navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone));
  const [at, setAt] = useState(0);
  const [tried, setTried] = useState(false);
  const step = STEPS[at] ?? 'language';
  const isLast = at === STEPS.length - 1;
  const faults = tried ? faultsOf(step, answers) : {};
  const { language } = answers;
  useEffect(() => {
    void speak(language);
  }, [language]);
  const go = (next: number) => {
    setup.reset();
    setTried(false);
    setAt(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (Object.keys(faultsOf(step, answers)).length > 0) {
      setTried(true);
      return;
    }
    if (!isLast) {
      go(at + 1);
      return;
    }
    const session = await setup.run(answers);
    if (!session) return;
    if (session.person?.id) rememberPerson(session.person.id);
    navigate('/');
    takeSession(session);
    setLocked(false);
  };
  useShortcuts('everywhere', { back: () => (at > 0 && !setup.busy ? go(at - 1) : false) });
  const props: StepProps = {
    answers,
    change: (change: Partial<Answers>) => {
      setup.reset();
      setAnswers((before) => ({ ...before, ...change }));
    },
    faultAt: (field) => {
      const fault = faults[field];
      return fault === undefined ? null : t(`first_run.faults.${fault}`);
    },
  };
  return (
    <div className={classes.frame} lang={i18n.language}>
      <aside className={classes.side}>
        <CupRing className={classes.ring} />
        <div className={classes.brand}>
          <Mark size={48} />
          <span className={classes.product}>Philo POS</span>
        </div>
        <ol className={classes.steps} aria-label={t('first_run.progress')}>
          {STEPS.map((name, index) => (
            <li key={name} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
              <span className={classes.number} aria-hidden="true">
                {index < at ? <IconCheck size={18} /> : index + 1}
              </span>
              {t(`first_run.steps.${name}`)}
            </li>
          ))}
        </ol>
        <p className={classes.promise}>{t('first_run.promise')}</p>
      </aside>
      <main className={classes.task}>
        <div className={classes.connection}>
          <ConnectionState />
        </div>
        <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
          <header>
            <p className={classes.count}>{t('first_run.step_of', { step: at + 1, steps: STEPS.length })}</p>
            <h1 className={classes.title}>{t(`first_run.titles.${step}`)}</h1>
            <p className={classes.hint}>{t(`first_run.hints.${step}`)}</p>
          </header>
          <div key={step} ref={focusFirst} className={classes.answers}>
            {step === 'language' ? <LanguageStep {...props} /> : null}
            {step === 'shop' ? <ShopStep {...props} /> : null}
            {step === 'money' ? <MoneyStep {...props} /> : null}
            {step === 'owner' ? <OwnerStep {...props} /> : null}
            {step === 'start' ? <StartStep {...props} /> : null}
          </div>
          <Problem error={setup.error} />
          <footer className={classes.foot}>
            {at > 0 ? (
              <Button
                variant="default"
                size="lg"
                leftSection={<IconArrowLeft size={20} />}
                disabled={setup.busy}
                onClick={() => go(at - 1)}
              >
                {t('app.back')}
              </Button>
            ) : (
              <span />
            )}
            <Button type="submit" size="lg" loading={setup.busy} {...(isLast ? {} : { rightSection: <IconArrowRight size={20} /> })}>
              {t(isLast ? 'first_run.finish' : 'first_run.next')}
            </Button>
          </footer>
        </form>
      </main>
    </div>
  );
};
