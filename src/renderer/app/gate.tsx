import { Button, Loader } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../client/queries.ts';
import { tellWork } from '../features/desktop/tell-work.ts';
import { useLocked } from '../features/lock/locked.ts';
import { LockScreen } from '../features/lock/lock-screen.tsx';
import { FirstRunScreen } from '../features/first-run/first-run-screen.tsx';
import { speak } from '../i18n/i18n.ts';
import { SessionProvider } from '../features/session/session.tsx';
import { Notice } from '../ui/notice.tsx';
import { Shell } from './shell.tsx';
import { useAppearance } from './use-appearance.ts';

const CLOCK_CHECK_MS = 60_000;

/** Who may see what: nobody signed in sees the lock screen, an empty installation asks for its owner. */
export const Gate = () => {
  const { t } = useTranslation();
  // Read again now and then, though nothing changed: whether the clock can be believed is no row of the database.
  const session = useCall('session.get', {}, { refetchInterval: (query) => (query.state.status === 'error' ? 3000 : CLOCK_CHECK_MS) });
  const locked = useLocked((state) => state.locked);
  const language = session.data?.shop.language;
  const shopName = session.data?.shop.name;
  // The first run asks for the language and speaks what is chosen there.
  const needsOwner = session.data?.needs_owner ?? false;
  useEffect(tellWork, []);
  useAppearance(session.data?.shop.appearance);
  useEffect(() => {
    if (language && !needsOwner) void speak(language);
  }, [language, needsOwner]);
  useEffect(() => {
    if (shopName) document.title = `${shopName} · Philo POS`;
  }, [shopName]);
  if (!session.data) {
    if (!session.error) {
      return (
        <Notice title={t('app.loading')} role="status">
          <Loader color="coffee" />
        </Notice>
      );
    }
    return (
      <Notice icon={<IconPlugConnectedX size={32} />} title={t('app.cannot_start')} text={session.error.message} role="alert">
        <Button onClick={() => void session.refetch()} loading={session.isFetching}>
          {t('app.try_again')}
        </Button>
      </Notice>
    );
  }
  return (
    <SessionProvider session={session.data}>
      {session.data.needs_owner && !session.data.person ? <FirstRunScreen /> : session.data.person && !locked ? <Shell /> : <LockScreen />}
    </SessionProvider>
  );
};
