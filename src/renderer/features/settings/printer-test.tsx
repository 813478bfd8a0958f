import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageClient } from '../../client/page-client.ts';
import { Problem } from '../../ui/problem.tsx';
import { useMay } from '../session/session.tsx';
import classes from './settings.module.css';

/** Prints a test page on the printer that is saved, and says what really happened. */
export const PrinterTest = ({ isSaved, hasPrinter }: { isSaved: boolean; hasPrinter: boolean }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<Error | null>(null);
  if (!may('settings.manage')) return null;
  const print = async () => {
    setBusy(true);
    setSaid('');
    setError(null);
    try {
      await pageClient().call('printer.test', {});
      setSaid(t('settings.printer.printed'));
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(false);
    }
  };
  const why = hasPrinter ? (isSaved ? null : t('settings.printer.save_first')) : t('settings.printer.none');
  return (
    <div className={classes.stack}>
      <div className={classes.inline}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} />}
          disabled={why !== null}
          loading={busy}
          onClick={() => void print()}
        >
          {t('settings.printer.test')}
        </Button>
        <span role="status" className={classes.hint}>
          {why ?? said}
        </span>
      </div>
      <Problem error={error} />
    </div>
  );
};
