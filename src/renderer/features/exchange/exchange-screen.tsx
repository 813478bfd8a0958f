import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXCHANGED, type DecimalSign } from '../../../contract/exchange.ts';
import { Segments } from '../../ui/segments.tsx';
import { useFormats, useMay } from '../session/session.tsx';
import { ArchiveCard } from './archive-card.tsx';
import classes from './exchange.module.css';
import { ExportCard } from './export-card.tsx';
import { ImportCard } from './import-card.tsx';

/** The menu, customers and stock as files, out and in; and the whole shop as an archive. */
export const ExchangeScreen = () => {
  const { t } = useTranslation();
  const may = useMay();
  const { locale } = useFormats();
  const [what, setWhat] = useState<(typeof EXCHANGED)[number]>('menu');
  const [decimal, setDecimal] = useState<DecimalSign>((1.5).toLocaleString(locale).includes(',') ? 'comma' : 'point');
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{t('office.pages.exchange')}</h1>
      <div className={classes.choices}>
        <Segments
          label={t('exchange.what')}
          options={EXCHANGED.map((value) => ({ value, name: t(`exchange.${value}`) }))}
          value={what}
          onChange={setWhat}
        />
        <Segments
          label={t('exchange.decimal')}
          options={[
            { value: 'point', name: t('exchange.point') },
            { value: 'comma', name: t('exchange.comma') },
          ]}
          value={decimal}
          onChange={setDecimal}
        />
      </div>
      <ExportCard what={what} decimal={decimal} />
      <ImportCard key={`${what} ${decimal}`} what={what} decimal={decimal} />
      {may('backups.manage') ? <ArchiveCard /> : null}
    </div>
  );
};
