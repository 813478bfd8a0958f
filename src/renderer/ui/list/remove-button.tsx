import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OperationName } from '../../../contract/index.ts';
import { useCommand } from '../../client/queries.ts';
import { Confirm } from '../confirm.tsx';

/** What deletes a row by its id, as it was seen. */
type DeleteName = { [N in OperationName]: InputOf<N> extends { if_version?: number } ? N : never }[OperationName] & `${string}.delete`;

interface RemoveButtonProps<N extends DeleteName> {
  readonly operation: N;
  readonly input: Omit<InputOf<N>, 'if_version'>;
  /** Of the row as it is shown. */
  readonly version: number;
  /** What is deleted, by name. */
  readonly name: string;
  /** What deleting does, in words. */
  readonly text: string;
  /** Switches it off instead where the books still need it (`in_use`). */
  readonly switchOff?: () => Promise<unknown>;
  /** `kept`: it was only switched off. */
  readonly onDone: (outcome: 'deleted' | 'kept') => void;
}

/**
 * Asks, then deletes; what past orders name stays in the books and is switched off. A row that somebody changed while the question
 * stood is kept: who is told may then delete it as it is.
 */
export const RemoveButton = <N extends DeleteName>({ operation, input, version, name, text, switchOff, onDone }: RemoveButtonProps<N>) => {
  const { t } = useTranslation();
  /** The version that was seen when the question was asked. */
  const [asked, setAsked] = useState<number | null>(null);
  const remove = useCommand(operation);
  const inUse = remove.error?.code === 'in_use' && switchOff !== undefined;
  const close = () => {
    setAsked(null);
    remove.reset();
  };
  const confirm = async () => {
    if (inUse) {
      if (!(await switchOff())) return;
      close();
      return onDone('kept');
    }
    const seen = remove.error?.code === 'stale' ? version : asked;
    if (await remove.run({ ...input, if_version: seen } as unknown as InputOf<N>)) {
      close();
      onDone('deleted');
    }
  };
  return (
    <>
      <ActionIcon variant="default" aria-label={t('list.delete', { name })} onClick={() => setAsked(version)}>
        <IconTrash size={20} />
      </ActionIcon>
      {asked !== null ? (
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
