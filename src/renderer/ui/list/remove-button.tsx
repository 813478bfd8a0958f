import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OperationName } from '../../../contract/index.ts';
import { useCommand } from '../../client/queries.ts';
import { Confirm } from '../confirm.tsx';

interface RemoveButtonProps<N extends OperationName> {
  readonly operation: N;
  readonly input: InputOf<N>;
  /** What is deleted, by name. */
  readonly name: string;
  /** What deleting does, in words. */
  readonly text: string;
  /** Switches it off instead where the books still need it (`in_use`). */
  readonly switchOff?: () => Promise<unknown>;
  /** `kept`: it was only switched off. */
  readonly onDone: (outcome: 'deleted' | 'kept') => void;
}

/** Asks, then deletes; what past orders name stays in the books and is switched off. */
export const RemoveButton = <N extends OperationName>({ operation, input, name, text, switchOff, onDone }: RemoveButtonProps<N>) => {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const remove = useCommand(operation);
  const inUse = remove.error?.code === 'in_use' && switchOff !== undefined;
  const close = () => {
    setAsks(false);
    remove.reset();
  };
  const confirm = async () => {
    if (inUse) {
      if (!(await switchOff())) return;
      close();
      return onDone('kept');
    }
    if (await remove.run(input)) {
      close();
      onDone('deleted');
    }
  };
  return (
    <>
      <ActionIcon variant="default" aria-label={t('list.delete', { name })} onClick={() => setAsks(true)}>
        <IconTrash size={20} />
      </ActionIcon>
      {asks ? (
        <Confirm
          title={t(inUse ? 'list.switch_off_title' : 'list.delete_title', { name })}
          text={inUse ? t('list.in_use') : text}
          keep={t('list.keep')}
          confirm={t(inUse ? 'list.switch_off' : 'list.delete_now')}
          busy={remove.busy}
          error={inUse ? null : remove.error}
          onKeep={close}
          onConfirm={() => void confirm()}
        />
      ) : null}
    </>
  );
};
