import { Button, Progress } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { STARTS } from '../../../contract/setup.ts';
import { Problem } from '../../ui/problem.tsx';
import { Cards } from './cards.tsx';
import classes from './first-run.module.css';
import type { StepProps } from './steps.tsx';
import { type Upload, useUpload } from './use-upload.ts';

/** What the shop begins with. A file is looked into at once, so that whoever imports knows what comes. */
export const StartStep = ({ answers, change, faultAt }: StepProps) => {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const { upload, send } = useUpload();
  const take = async (file: File | undefined) => {
    if (!file) return;
    change({ upload_id: null, upload_kind: null });
    const sent = await send(file, { currency: answers.currency, time_zone: answers.time_zone });
    if (sent !== null) change(sent);
  };
  return (
    <>
      <Cards
        label={t('first_run.titles.start')}
        options={STARTS.map((value) => ({
          value,
          name: t(`first_run.starts.${value}.name`),
          hint: t(`first_run.starts.${value}.hint`),
        }))}
        value={answers.start}
        onChange={(start) => change({ start })}
      />
      {answers.start === 'import' ? (
        <div className={classes.import}>
          <input
            ref={picker}
            type="file"
            accept=".db,.sqlite,.sqlite3,.zip"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={t('first_run.file')}
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <Button variant="default" leftSection={<IconFileImport size={20} />} onClick={() => picker.current?.click()}>
            {t(upload.state === 'none' ? 'first_run.choose_file' : 'first_run.choose_another')}
          </Button>
          <Found upload={upload} />
          <Problem text={faultAt('upload_id')} />
        </div>
      ) : null}
    </>
  );
};

const Found = ({ upload }: { upload: Upload }) => {
  const { t, i18n } = useTranslation();
  if (upload.state === 'none') return null;
  if (upload.state === 'failed') return <Problem text={upload.message} />;
  if (upload.state === 'ready') {
    const { found } = upload;
    const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value);
    return (
      <div role="status" data-testid="found">
        <p className={classes.label}>{upload.name}</p>
        <p>
          {t('first_run.found', {
            categories: number(found.categories),
            items: number(found.items),
            customers: number(found.customers),
            orders: number(found.orders),
          })}
        </p>
        <p className={classes.hint}>
          {found.kind === 'philo'
            ? t('first_run.only_owner')
            : t(found.owner === null ? 'first_run.whole_shop_no_owner' : 'first_run.whole_shop', {
                shop: found.shop_name,
                owner: found.owner,
              })}
        </p>
        {found.warning_count > 0 ? (
          <details className={classes.warnings}>
            <summary>{t('first_run.warnings', { count: found.warning_count })}</summary>
            <ul>
              {found.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    );
  }
  const share = upload.state === 'sending' ? upload.share : 1;
  return (
    <div role="status">
      <p>{t(upload.state === 'sending' ? 'first_run.sending' : 'first_run.looking', { name: upload.name })}</p>
      <Progress value={share * 100} aria-label={upload.name} animated={upload.state === 'looking'} />
    </div>
  );
};
