import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageClient } from '../client/page-client.ts';
import type { Connection } from '../client/transport.ts';
import classes from './connection-state.module.css';

/** Silent while all is well; says in words when the core cannot be reached. */
export const ConnectionState = () => {
  const { t } = useTranslation();
  const [connection, setConnection] = useState<Connection>('unknown');
  useEffect(() => pageClient().onConnection(setConnection), []);
  const isLost = connection === 'offline';
  return (
    <div role="status" className={`${classes.state} no-print`} data-testid="connection" data-connection={connection}>
      {isLost ? (
        <span className={classes.lost}>
          <IconCloudOff size={20} aria-hidden="true" />
          {t('app.offline')}
        </span>
      ) : (
        <span className="visually-hidden">{connection === 'online' ? t('app.online') : ''}</span>
      )}
    </div>
  );
};
