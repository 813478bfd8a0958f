import { Button, Progress } from '@mantine/core';
import { IconLink, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Keycap } from '../../ui/keycap.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './audit.module.css';
import type { Verification } from './use-verification.ts';

interface ChainStateProps {
  readonly verification: Verification;
  readonly onVerify: () => void;
}

/** Whether the chain of hashes is whole, and the button that proves it. */
export const ChainState = ({ verification, onVerify }: ChainStateProps) => {
  const { t, i18n } = useTranslation();
  const { dateTime } = useFormats();
  const count = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
  const broken = verification.state === 'done' && verification.faultCount > 0;
  const whole = verification.state === 'done' && verification.faultCount === 0;
  return (
    <section className={classes.chain} data-state={broken ? 'broken' : whole ? 'whole' : undefined} aria-label={t('audit.chain.title')}>
      <span className={classes.chainIcon} aria-hidden="true">
        {broken ? <IconShieldX size={24} /> : whole ? <IconShieldCheck size={24} /> : <IconLink size={24} />}
      </span>
      <div className={classes.chainWords} role="status">
        {verification.state === 'running' ? (
          <>
            <strong>{t('audit.chain.running', { checked: count(verification.checked), rows: count(verification.rows) })}</strong>
            <Progress
              value={verification.rows === 0 ? 0 : (verification.checked / verification.rows) * 100}
              aria-label={t('audit.chain.title')}
              className={classes.progress ?? ''}
            />
          </>
        ) : verification.state === 'done' ? (
          <>
            <strong>
              {broken
                ? t('audit.chain.broken', { count: verification.faultCount })
                : t('audit.chain.whole', { rows: count(verification.checked) })}
            </strong>
            <span className={classes.quiet}>
              {verification.since === null ? null : t('audit.chain.since', { since: dateTime(verification.since) })}{' '}
              {t('audit.chain.at', { at: dateTime(verification.at) })}
            </span>
            {broken ? (
              <ul className={classes.faults}>
                {verification.faults.map((fault) => (
                  <li key={`${fault.row_id} ${fault.message}`}>
                    {fault.message}
                    {fault.timestamp === null ? null : ` (${dateTime(fault.timestamp)})`}
                  </li>
                ))}
              </ul>
            ) : null}
            {verification.lastHash === null ? null : (
              <span className={classes.hash}>{t('audit.chain.hash', { hash: verification.lastHash.slice(0, 16) })}</span>
            )}
          </>
        ) : (
          <>
            <strong>{t('audit.chain.title')}</strong>
            <span className={classes.quiet}>{t('audit.chain.hint')}</span>
          </>
        )}
        {verification.state === 'failed' ? <Problem text={verification.message} /> : null}
      </div>
      <Button variant="default" onClick={onVerify} loading={verification.state === 'running'} rightSection={<Keycap>F8</Keycap>}>
        {t('audit.chain.verify')}
      </Button>
    </section>
  );
};
