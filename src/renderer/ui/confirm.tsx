import { Button, Group } from '@mantine/core';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';

interface ConfirmProps {
  readonly title: string;
  /** What will happen, in words. */
  readonly text: string;
  readonly keep: string;
  readonly confirm: string;
  readonly busy?: boolean;
  readonly error?: Error | null;
  readonly onKeep: () => void;
  readonly onConfirm: () => void;
}

/** Asks before something that cannot be undone. The safe answer has the focus. */
export const Confirm = ({ title, text, keep, confirm, busy, error, onKeep, onConfirm }: ConfirmProps) => (
  <Dialog title={title} onClose={onKeep}>
    <p>{text}</p>
    <Problem error={error ?? null} />
    <Group justify="flex-end" mt="lg" gap="sm">
      <Button variant="default" size="lg" onClick={onKeep} data-autofocus>
        {keep}
      </Button>
      <Button color="red" size="lg" onClick={onConfirm} loading={busy ?? false}>
        {confirm}
      </Button>
    </Group>
  </Dialog>
);
