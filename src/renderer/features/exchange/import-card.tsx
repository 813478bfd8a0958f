import { Button } from '@mantine/core';
import { IconCircleCheck, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DecimalSign, type ImportCheck, MAX_CSV_BYTES } from '../../../contract/exchange.ts';
import type { InputOf } from '../../../contract/index.ts';
import { pageClient } from '../../client/page-client.ts';
import { useCommand } from '../../client/queries.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './exchange.module.css';
import { FaultTable } from './fault-table.tsx';
import { SampleList } from './sample-list.tsx';

interface Looked {
  readonly name: string;
  readonly csv: string;
  readonly check: ImportCheck;
}

/** A file is looked at first; only one without a bad row can be imported. */
export const ImportCard = ({ what, decimal }: { readonly what: InputOf<'exchange.import'>['what']; readonly decimal: DecimalSign }) => {
  const { t } = useTranslation();
  const { locale } = useFormats();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState<ImportCheck | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const command = useCommand('exchange.import');
  const number = (value: number) => value.toLocaleString(locale);

  const look = async (file: File | undefined) => {
    if (!file) return;
    setDone(null);
    setLooked(null);
    setProblem(null);
    command.reset();
    if (file.size > MAX_CSV_BYTES) {
      setProblem(t('exchange.too_large'));
      return;
    }
    setReading(true);
    try {
      // Bytes that are no UTF-8 become a mark that the check tells of.
      const csv = await file.text();
      setLooked({ name: file.name, csv, check: await pageClient().call('exchange.check', { what, csv, decimal }) });
    } catch (failure) {
      setProblem((failure as Error).message);
    } finally {
      setReading(false);
    }
  };

  const carryOut = async (): Promise<void> => {
    if (!looked) return;
    const answer = await command.run({ what, csv: looked.csv, decimal });
    if (!answer) return;
    setDone(answer);
    setLooked(null);
  };

  const check = looked?.check;
  const isChanging = check !== undefined && check.created + check.changed > 0;
  return (
    <section className={classes.card} aria-labelledby="import-title">
      <h2 id="import-title" className={classes.heading}>
        {t('exchange.import')}
      </h2>
      <p className={classes.hint}>{t(`exchange.columns_${what}`)}</p>
      <label className={classes.drop}>
        <IconFileImport size={28} aria-hidden="true" />
        <span>{isReading ? t('exchange.reading') : t('exchange.drop')}</span>
        {/* It lies over the whole field, so a file dropped anywhere on it is dropped on the input. */}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          className={classes.file}
          disabled={isReading || command.busy}
          onChange={(event) => {
            const input = event.currentTarget;
            void look(input.files?.[0]).finally(() => {
              input.value = '';
            });
          }}
        />
      </label>
      <Problem error={command.error} text={problem} />
      {check ? (
        <div className={classes.result} role="status">
          <strong className={classes.fileName}>{looked.name}</strong>
          <dl className={classes.counts}>
            {(['rows', 'created', 'changed', 'unchanged'] as const).map((figure) => (
              <div key={figure} className={classes.count}>
                <dt>{t(`exchange.${figure}`)}</dt>
                <dd className="figures">{number(check[figure])}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
      {check && check.fault_count > 0 ? <FaultTable check={check} /> : null}
      {check && check.fault_count === 0 ? (
        <>
          <SampleList check={check} />
          <div>
            {isChanging ? (
              <Button loading={command.busy} onClick={() => void carryOut()}>
                {t('exchange.import_button', { count: check.created + check.changed })}
              </Button>
            ) : (
              <p className={classes.hint}>{t('exchange.nothing_to_do')}</p>
            )}
          </div>
        </>
      ) : null}
      {done ? (
        <p className={classes.done} role="status">
          <IconCircleCheck size={20} aria-hidden="true" />
          {t('exchange.imported', { created: number(done.created), changed: number(done.changed) })}
        </p>
      ) : null}
    </section>
  );
};
