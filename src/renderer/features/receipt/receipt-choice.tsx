import { IconEye, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Print, Printable } from '../../../contract/printing.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import type { ScreenName } from '../../keyboard/map.ts';
import { Problem } from '../../ui/problem.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { PrintJob } from './print-job.tsx';
import classes from './receipt-choice.module.css';
import { usePaper } from './use-paper.ts';

interface ReceiptChoiceProps {
  readonly document: Printable;
  readonly id: number;
  /** For the file's name. */
  readonly number: string;
  readonly opensDrawer: boolean;
  /** Why the drawer did not open by itself when cash was taken. */
  readonly drawerFailure?: string | null;
  /** The screen whose `receipt` key prints. */
  readonly keys: ScreenName;
}

/** Paper, file, or a look at it; none is the default. What fails here fails in words, and the sale stands. */
export const ReceiptChoice = ({ document, id, number, opensDrawer, drawerFailure, keys }: ReceiptChoiceProps) => {
  const { t } = useTranslation();
  const [showing, setShowing] = useState(false);
  const paper = usePaper({ document, id, opensDrawer, fileName: t('receipt.file', { number }) });
  const { state } = paper;
  const isBusy = state.kind === 'busy';
  useShortcuts(keys, { receipt: paper.print });
  const said = {
    idle: null,
    busy: t('receipt.busy'),
    sent: t('receipt.sent'),
    saved: t('receipt.saved'),
    system: t('receipt.system'),
    failed: null,
  }[state.kind];
  return (
    <div className={classes.receipt}>
      <div className={classes.choices} role="group" aria-label={t('receipt.title')}>
        <button type="button" className={classes.choice} onClick={paper.print} disabled={isBusy}>
          <IconPrinter size={22} aria-hidden="true" />
          {t('receipt.print')}
        </button>
        <button type="button" className={classes.choice} onClick={paper.savePdf} disabled={isBusy}>
          <IconFileTypePdf size={22} aria-hidden="true" />
          {t('receipt.pdf')}
        </button>
        <button type="button" className={classes.choice} onClick={() => setShowing(true)}>
          <IconEye size={22} aria-hidden="true" />
          {t('receipt.show')}
        </button>
      </div>
      <p className={said ? classes.said : 'visually-hidden'} role="status" data-testid="receipt-state">
        {said}
      </p>
      {/* A paper takes the pulse with it, and says for itself when it fails. */}
      {drawerFailure && state.kind !== 'failed' && state.kind !== 'sent' ? (
        <Problem text={t('receipt.drawer_failed', { why: drawerFailure })} />
      ) : null}
      {state.kind === 'failed' ? (
        <div className={classes.failed}>
          <Problem text={state.print ? t('receipt.failed', { why: state.message }) : state.message} />
          {state.print ? <FailedPrint print={state.print} onRetry={paper.retry} onSystem={paper.bySystem} /> : null}
        </div>
      ) : null}
      {state.kind === 'system' ? <PrintJob key={state.printId} paper={state.paper} /> : null}
      {showing ? <PaperDialog document={document} id={id} onClose={() => setShowing(false)} /> : null}
    </div>
  );
};

interface FailedPrintProps {
  readonly print: Print;
  readonly onRetry: (print: Print) => void;
  readonly onSystem: (print: Print) => void;
}

const FailedPrint = ({ print, onRetry, onSystem }: FailedPrintProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.choices}>
      <button type="button" className={classes.choice} onClick={() => onRetry(print)}>
        {t('app.try_again')}
      </button>
      <button type="button" className={classes.choice} onClick={() => onSystem(print)}>
        {t('receipt.by_system')}
      </button>
    </div>
  );
};
