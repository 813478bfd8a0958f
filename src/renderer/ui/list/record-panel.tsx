import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconPlugConnectedX, IconSearchOff, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OperationName, OutputOf } from '../../../contract/index.ts';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Notice } from '../notice.tsx';
import classes from './panel.module.css';

interface RecordPanelProps<N extends OperationName> {
  readonly operation: N;
  readonly input: InputOf<N>;
  readonly onClose: () => void;
  readonly children: (record: OutputOf<N>) => ReactNode;
}

/** Reads the row that is open, then shows its panel; says so when it is gone or cannot be read. */
export const RecordPanel = <N extends OperationName>({ operation, input, onClose, children }: RecordPanelProps<N>) => {
  const { t } = useTranslation();
  const record = useCall(operation, input);
  if (record.data !== undefined) return children(record.data);
  return (
    <Waiting onClose={onClose}>
      {!record.error ? (
        <Skeleton height={360} radius={16} />
      ) : record.error.code === 'not_found' ? (
        <Notice icon={<IconSearchOff size={32} />} title={t('list.gone')} text={t('list.gone_hint')} role="alert" />
      ) : (
        <Notice icon={<IconPlugConnectedX size={32} />} title={t('list.failed')} text={record.error.message} role="alert">
          <Button onClick={() => void record.refetch()}>{t('app.try_again')}</Button>
        </Notice>
      )}
    </Waiting>
  );
};

const Waiting = ({ onClose, children }: { onClose: () => void; children: ReactNode }) => {
  const { t } = useTranslation();
  useShortcuts('everywhere', { back: onClose });
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <span />
        <ActionIcon aria-label={t('app.close')} onClick={onClose}>
          <IconX size={22} />
        </ActionIcon>
      </div>
      <div className={classes.body}>{children}</div>
    </div>
  );
};
