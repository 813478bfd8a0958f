import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecimalSign } from '../../../contract/exchange.ts';
import type { InputOf } from '../../../contract/index.ts';
import { pageClient } from '../../client/page-client.ts';
import { Problem } from '../../ui/problem.tsx';
import { saveBytes } from '../shift/save-bytes.ts';
import classes from './exchange.module.css';

/** One button: the file as it can come in again. */
export const ExportCard = ({ what, decimal }: { readonly what: InputOf<'exchange.export'>['what']; readonly decimal: DecimalSign }) => {
  const { t } = useTranslation();
  const [error, setError] = useState<Error | null>(null);
  const save = async () => {
    try {
      setError(null);
      saveBytes(await pageClient().call('exchange.export', { what, decimal }), `philo-${what}.csv`, 'text/csv');
    } catch (failure) {
      setError(failure as Error);
    }
  };
  return (
    <section className={classes.card} aria-labelledby="export-title">
      <h2 id="export-title" className={classes.heading}>
        {t('exchange.export')}
      </h2>
      <p className={classes.hint}>{t('exchange.export_hint')}</p>
      <div>
        <Button variant="default" leftSection={<IconDownload size={20} aria-hidden="true" />} onClick={() => void save()}>
          {t('exchange.export_button', { what: t(`exchange.${what}`) })}
        </Button>
      </div>
      <Problem error={error} />
    </section>
  );
};
