import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';

interface NoteDialogProps {
  readonly note: string | null;
  readonly onSave: (note: string | null) => void;
  readonly onClose: () => void;
}

/** The note of the whole order. Enter saves, Shift+Enter makes a line. */
export const NoteDialog = ({ note, onSave, onClose }: NoteDialogProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState(note ?? '');
  const save = (words: string) => {
    onSave(words.trim() === '' ? null : words.trim());
    onClose();
  };
  return (
    <Dialog title={t('note.title')} onClose={onClose}>
      <Textarea
        data-autofocus
        aria-label={t('note.label')}
        placeholder={t('note.placeholder')}
        value={text}
        minRows={3}
        autosize
        maxLength={2000}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          save(text);
        }}
      />
      <Group justify="flex-end" mt="lg" gap="sm">
        {note ? (
          <Button variant="default" size="lg" onClick={() => save('')}>
            {t('note.remove')}
          </Button>
        ) : null}
        <Button size="lg" onClick={() => save(text)}>
          {t('app.save')}
        </Button>
      </Group>
    </Dialog>
  );
};
