import { Button } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageClient } from '../../client/page-client.ts';
import { useCommand } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { saveBytes } from '../shift/save-bytes.ts';
import classes from './exchange.module.css';

/** The whole shop as one open file. */
export const ArchiveCard = () => {
  const { t } = useTranslation();
  const make = useCommand('archive.export');
  const [failure, setFailure] = useState<Error | null>(null);
  const save = async () => {
    setFailure(null);
    const made = await make.run({});
    if (!made) return;
    try {
      saveBytes(await pageClient().call('archive.download', { archive_name: made.name }), made.name, 'application/zip');
    } catch (error) {
      setFailure(error as Error);
    }
  };
  return (
    <section className={classes.card} aria-labelledby="archive-title">
      <h2 id="archive-title" className={classes.heading}>
        {t('exchange.archive')}
      </h2>
      <p className={classes.hint}>{t('exchange.archive_hint')}</p>
      <div>
        <Button
          variant="default"
          leftSection={<IconPackageExport size={20} aria-hidden="true" />}
          loading={make.busy}
          onClick={() => void save()}
        >
          {t('exchange.archive_button')}
        </Button>
      </div>
      <Problem error={failure ?? make.error} />
    </section>
  );
};
