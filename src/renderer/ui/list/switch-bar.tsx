import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../problem.tsx';
import classes from './list.module.css';
import type { Switching } from './use-switching.ts';

/** What can be done with the rows that are chosen, and what was done last. */
export const SwitchBar = ({ switching }: { readonly switching: Switching }) => {
  const { t } = useTranslation();
  return (
    <>
      {switching.count > 0 ? (
        <div className={classes.chosen} role="group" aria-label={t('list.chosen_rows')}>
          <span className={classes.chosenCount} role="status">
            {t('list.chosen', { count: switching.count })}
          </span>
          <Button variant="default" disabled={switching.busy} onClick={() => void switching.run(true)}>
            {t('list.switch_on')}
          </Button>
          <Button variant="default" disabled={switching.busy} onClick={() => void switching.run(false)}>
            {t('list.switch_off')}
          </Button>
          <ActionIcon aria-label={t('list.choose_none')} onClick={switching.clear}>
            <IconX size={20} />
          </ActionIcon>
        </div>
      ) : null}
      {switching.said && switching.count === 0 ? (
        <p className={classes.hint} role="status">
          {switching.said}
        </p>
      ) : null}
      <Problem error={switching.error} />
    </>
  );
};
