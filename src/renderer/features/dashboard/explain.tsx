import { Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './explain.module.css';

/** What a figure counts, on demand. */
export const Explain = ({ name, text }: { name: string; text: string }) => {
  const { t } = useTranslation();
  return (
    <Popover width={280} position="bottom-start" withinPortal trapFocus transitionProps={{ duration: 0 }} radius={14}>
      <Popover.Target>
        <button type="button" className={`${classes.button} no-print`} aria-label={t('dashboard.explain', { name })}>
          <IconInfoCircle size={18} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.words ?? ''}>
        <p tabIndex={-1} data-autofocus className={classes.text}>
          {text}
        </p>
      </Popover.Dropdown>
    </Popover>
  );
};
