import { useTranslation } from 'react-i18next';
import { Confirm } from './confirm.tsx';
import { discardAndLeave, keepEditing, useUnsaved } from './unsaved.ts';

/** Asks before unsaved changes are left. */
export const UnsavedQuestion = () => {
  const { t } = useTranslation();
  const asks = useUnsaved(({ leaving }) => leaving !== null);
  return asks ? (
    <Confirm
      title={t('list.unsaved_title')}
      text={t('list.unsaved_text')}
      keep={t('list.keep_editing')}
      confirm={t('list.discard')}
      onKeep={keepEditing}
      onConfirm={discardAndLeave}
    />
  ) : null;
};
