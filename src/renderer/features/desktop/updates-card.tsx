import { Button, Progress } from '@mantine/core';
import { IconFolderOpen, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UpdateState } from '../../../contract/desktop.ts';
import { useCall, useCommand } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import settings from '../settings/settings.module.css';
import classes from './desktop.module.css';

/** How the next version stands, and what can be done about it now. */
export const UpdatesCard = () => {
  const { t } = useTranslation();
  const update = useCall('updates.get', {});
  const check = useCommand('updates.check');
  const folder = useCommand('updates.fromFolder');
  const install = useCommand('updates.install');
  const state = update.data;
  const isBusy = state?.state === 'checking' || state?.state === 'downloading';
  const canChange = state?.mode === 'automatic' || state?.mode === 'by_hand';
  const forget = () => {
    for (const act of [check, folder, install]) act.reset();
  };
  return (
    <section className={settings.card} aria-label={t('desktop.updates.title')}>
      <div className={settings.body}>
        <h2 className={settings.title}>{t('desktop.updates.title')}</h2>
        {state ? <State state={state} /> : null}
        <Problem error={update.error ?? check.error ?? folder.error ?? install.error} />
        {canChange ? (
          <div className={settings.inline}>
            {state.state === 'ready' ? (
              <Button
                disabled={state.blocked_by.length > 0}
                loading={install.busy}
                onClick={() => {
                  forget();
                  void install.run({});
                }}
              >
                {t('desktop.updates.install')}
              </Button>
            ) : null}
            <Button
              variant="default"
              leftSection={<IconRefresh size={20} />}
              disabled={isBusy}
              onClick={() => {
                forget();
                void check.run({});
              }}
            >
              {t('desktop.updates.check')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFolderOpen size={20} />}
              disabled={isBusy}
              onClick={() => {
                forget();
                void folder.run({ folder: null });
              }}
            >
              {t('desktop.updates.from_folder')}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
};

const State = ({ state }: { state: UpdateState }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  const { mode, version, percent, problem, blocked_by } = state;
  const facts = { current: state.current_version, version: version ?? '', percent: percent ?? 0 };
  return (
    <div className={settings.state}>
      <div className={settings.stateWords}>
        {/* Percents are not read out one by one: the bar has them. */}
        <strong role="status">{t(`desktop.updates.states.${state.state}`, facts)}</strong>
        {percent === null ? null : (
          <div className={classes.progress}>
            <Progress value={percent} aria-label={t('desktop.updates.progress')} size="lg" radius="xl" />
            <span>{percent} %</span>
          </div>
        )}
        {state.state === 'ready' && blocked_by.length === 0 ? <span className={settings.hint}>{t('desktop.updates.at_close')}</span> : null}
        {blocked_by.length > 0 ? (
          <div className={settings.note}>
            {t('desktop.updates.waits')}
            <ul className={classes.reasons}>
              {blocked_by.map((block) => (
                <li key={block}>{t(`desktop.updates.blocks.${block}`)}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {problem === null ? null : <span className={settings.hint}>{t('desktop.updates.problem', { problem })}</span>}
        {state.checked_at === null ? null : (
          <span className={settings.hint}>{t('desktop.updates.checked', { time: dateTime(state.checked_at) })}</span>
        )}
        {mode === 'automatic' ? null : <span className={settings.hint}>{t(`desktop.updates.modes.${mode}`)}</span>}
      </div>
    </div>
  );
};
