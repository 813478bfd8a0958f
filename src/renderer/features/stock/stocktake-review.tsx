import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFormats } from '../session/session.tsx';
import { countOf, useStocktakeDraft } from './stocktake-draft.ts';
import classes from './stock.module.css';

/** What will be put in, and where it differs, before it is. */
export const StocktakeReview = ({ onDone, onClose }: { onDone: (said: string) => void; onClose: () => void }) => {
  const { t } = useTranslation();
  const { locale } = useFormats();
  const { lines, note, setNote, clear } = useStocktakeDraft();
  const count = useCommand('stock.count');
  const typed = Object.entries(lines).map(([id, line]) => ({ id: Number(id), ...line, counted: countOf(line.text) }));
  const wrong = typed.filter(({ counted }) => counted === null);
  const differing = typed.filter(({ counted, seen }) => counted !== null && counted !== seen);
  const submit = async () => {
    const done = await count.run({ lines: typed.map(({ id, counted, seen }) => ({ item_id: id, counted: counted ?? 0, seen })), note });
    if (!done) return;
    clear();
    onDone(t('stock.stocktake_done', { count: done.counts.length, surplus: done.surplus, missing: done.missing }));
    onClose();
  };
  return (
    <Dialog title={t('stock.review_title')} onClose={onClose} size={600}>
      <div className={classes.form}>
        <p>{t('stock.review_text', { count: typed.length, differing: differing.length })}</p>
        {wrong.length > 0 ? (
          <p className={classes.wrong} role="alert">
            {t('stock.review_wrong', { names: wrong.map(({ name }) => name).join(', ') })}
          </p>
        ) : null}
        {differing.length > 0 ? (
          <ul className={classes.differing}>
            {differing.map(({ id, name, seen, counted }) => (
              <li key={id}>
                <span>{name}</span>
                <span className={classes.quiet}>
                  {t('stock.review_line', { seen: seen.toLocaleString(locale), counted: counted?.toLocaleString(locale) })}
                </span>
                <strong className={classes.quantity} data-out={(counted ?? 0) < seen || undefined}>
                  {(counted ?? 0) > seen ? '+' : ''}
                  {((counted ?? 0) - seen).toLocaleString(locale)}
                </strong>
              </li>
            ))}
          </ul>
        ) : null}
        <p className={classes.quiet}>{t('stock.review_sales')}</p>
        <TextInput
          label={`${t('stock.note')} (${t('app.optional')})`}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={300}
          autoComplete="off"
        />
        <Problem error={count.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" size="lg" onClick={onClose}>
            {t('stock.count_on')}
          </Button>
          <Button size="lg" onClick={() => void submit()} loading={count.busy} disabled={wrong.length > 0} data-autofocus>
            {t('stock.put_in')}
          </Button>
        </Group>
      </div>
    </Dialog>
  );
};
