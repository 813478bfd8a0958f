import { ActionIcon } from '@mantine/core';
import { IconWindowMinimize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall, useCommand } from '../../client/queries.ts';

/** The way out of the full screen, where it is on: a manager's, or with a manager's PIN. */
export const LeaveKiosk = () => {
  const { t } = useTranslation();
  const desktop = useCall('desktop.get', {}, { enabled: window.pos !== undefined }).data;
  const leave = useCommand('desktop.leaveKiosk');
  if (!desktop?.kiosk) return null;
  return (
    <ActionIcon
      data-leave-kiosk
      aria-label={t('desktop.leave_kiosk')}
      title={t('desktop.leave_kiosk')}
      loading={leave.busy}
      onClick={() => void leave.run({}, t('desktop.leave_kiosk'))}
    >
      <IconWindowMinimize size={24} />
    </ActionIcon>
  );
};
