import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Printable } from '../../../contract/printing.ts';
import { useCall } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { PaperView } from './paper-view.tsx';
import classes from './paper-dialog.module.css';

/** A look at a paper. Nothing is printed by it, so nothing is a copy. */
export const PaperDialog = ({ document, id, onClose }: { document: Printable; id: number; onClose: () => void }) => {
  const { t } = useTranslation();
  const preview = useCall('prints.preview', { document, document_id: id }, { staleTime: 0 });
  return (
    <Dialog title={t('receipt.title')} onClose={onClose} size={480}>
      <div className={classes.desk}>
        {preview.data ? (
          <PaperView paper={preview.data.paper} />
        ) : preview.error ? (
          <Problem error={preview.error} />
        ) : (
          <Loader color="coffee" aria-label={t('app.loading')} />
        )}
      </div>
    </Dialog>
  );
};
