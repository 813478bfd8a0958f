import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { contentOf } from './held-ticket.ts';
import type { Ticket } from './ticket-store.ts';

/** Parks the ticket under a name. It takes no stock and no number, and it survives a restart. */
export const HoldDialog = ({ ticket, onHeld, onClose }: { ticket: Ticket; onHeld: () => void; onClose: () => void }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const hold = useCommand('tickets.hold');
  const [name, setName] = useState(ticket.customer?.name ?? '');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const held = await hold.run({ name: name.trim() === '' ? t('hold.no_name') : name.trim(), ticket: contentOf(ticket) });
    if (!held) return;
    void queries.invalidateQueries({ queryKey: ['tickets'] });
    onHeld();
    onClose();
  };
  return (
    <Dialog title={t('hold.title')} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('hold.name')}
            placeholder={t('hold.name_placeholder')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={60}
            autoComplete="off"
          />
          <Problem text={hold.error ? (hold.error.code === 'offline' ? t('hold.unsure') : hold.error.message) : null} />
          <Group justify="flex-end">
            <Button type="submit" size="lg" loading={hold.busy}>
              {t('hold.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
