import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Addon } from '../../../contract/catalog.ts';
import { foldText } from '../../../domain/search-text.ts';
import { lineSubtotal } from '../../../domain/pricing.ts';
import { walkButtons } from '../../keyboard/walk-buttons.ts';
import choice from '../../ui/choice.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { useFormats } from '../session/session.tsx';
import { MAX_QUANTITY, type TicketLine } from './ticket-store.ts';
import classes from './line-editor.module.css';

/** Beyond so many add-ons they are searched. */
const MANY = 12;

interface LineEditorProps {
  readonly line: TicketLine;
  readonly addons: readonly Addon[];
  /** The most that stock allows. */
  readonly most: number;
  readonly onSave: (change: Pick<TicketLine, 'quantity' | 'addons' | 'notes'>) => void;
  readonly onClose: () => void;
}

/** Add-ons, quantity and note of one line. Enter anywhere is Done, Esc leaves the line as it was. */
export const LineEditor = ({ line, addons, most, onSave, onClose }: LineEditorProps) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const [quantity, setQuantity] = useState(line.quantity);
  const [chosen, setChosen] = useState(line.addons);
  const [notes, setNotes] = useState(line.notes ?? '');
  const [query, setQuery] = useState('');
  const isChosen = (id: number) => chosen.some((addon) => addon.addon_id === id);
  const toggle = ({ id, name, price }: Addon) =>
    setChosen((now) => (isChosen(id) ? now.filter((addon) => addon.addon_id !== id) : [...now, { addon_id: id, name, price }]));
  const save = () => {
    onSave({ quantity, addons: chosen, notes: notes.trim() === '' ? null : notes.trim() });
    onClose();
  };
  /** Space toggles, Enter is Done, arrows walk. */
  const onGridKey = (event: KeyboardEvent<HTMLElement>) => {
    walkButtons(event);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    save();
  };
  const shown = query === '' ? addons : addons.filter((addon) => foldText(addon.name).includes(foldText(query)));
  const amount = lineSubtotal({ unit_price: line.unit_price, quantity, addon_prices: chosen.map(({ price }) => price) });
  return (
    <Dialog title={line.name} onClose={onClose} size={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <div role="group" aria-label={t('line.addons')}>
            {addons.length > MANY ? (
              <TextInput
                mb="sm"
                aria-label={t('line.find')}
                placeholder={t('line.find')}
                value={query}
                onChange={(event) => setQuery(event.currentTarget.value)}
                autoComplete="off"
              />
            ) : null}
            {addons.length === 0 ? <p className={classes.none}>{t('line.no_addons')}</p> : null}
            <div className={choice.grid} onKeyDown={onGridKey} role="presentation">
              {shown.map((addon, index) => (
                <button
                  key={addon.id}
                  type="button"
                  className={`${choice.choice} ${choice.tall} ${choice.stacked}`}
                  aria-pressed={isChosen(addon.id)}
                  data-autofocus={index === 0 || undefined}
                  onClick={() => toggle(addon)}
                >
                  <span className={choice.main}>{addon.name}</span>
                  <span className={`${choice.side} money`}>{addon.price === 0 ? t('line.free') : `+${money(addon.price)}`}</span>
                </button>
              ))}
            </div>
          </div>
          <TextInput
            label={t('line.note')}
            placeholder={t('line.note_placeholder')}
            value={notes}
            onChange={(event) => setNotes(event.currentTarget.value)}
            maxLength={500}
            autoComplete="off"
          />
          <Group justify="space-between" wrap="wrap" gap="md">
            <Stepper
              label={t('ticket.quantity')}
              fewer={t('ticket.fewer', { name: line.name })}
              more={t('ticket.more', { name: line.name })}
              value={quantity}
              min={1}
              max={Math.min(most, MAX_QUANTITY)}
              onChange={setQuantity}
            />
            <Button type="submit" size="lg" className={classes.done} rightSection={<span className="money">{money(amount)}</span>}>
              {t('app.done')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
