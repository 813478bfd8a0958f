import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Addon } from '../../../contract/catalog.ts';
import { useCommand } from '../../client/queries.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { readAmount, writeAmount } from '../../ui/amount.ts';
import { amountOf, EditPanel, flagOf, RemoveButton, textOf, useEditing } from '../../ui/list/index.ts';
import { useFormats } from '../session/session.tsx';

interface AddonPanelProps {
  readonly path: string;
  readonly addon: Addon | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

const BLANK = { name: '', price: '', is_available: true };
type Values = typeof BLANK;

/** One add-on. */
export const AddonPanel = ({ path, addon, readOnly, onClose }: AddonPanelProps) => {
  const { t } = useTranslation();
  const { currency, locale, money } = useFormats();
  const update = useCommand('addons.update');
  const editing = useEditing({
    path,
    record: addon,
    blank: BLANK,
    read: (row: Addon): Values => ({ name: row.name, price: writeAmount(row.price, currency, locale), is_available: row.is_available }),
    input: (values) => ({
      name: values.name.trim(),
      price: readAmount(values.price, currency) ?? Number.NaN,
      is_available: values.is_available,
    }),
    create: 'addons.create',
    update: 'addons.update',
    get: 'addons.get',
    idKey: 'addon_id',
    fieldOfCode: { already_exists: 'name' },
    nameOf: (row) => row.name,
  });
  return (
    <EditPanel
      title={addon?.name ?? t('menu.new_addon')}
      editing={editing}
      onClose={onClose}
      readOnly={readOnly}
      createLabel={t('menu.add_addon')}
      labels={{ name: t('menu.name'), price: t('menu.price'), is_available: t('menu.offered') }}
      show={(field, of) =>
        field === 'name'
          ? of.name
          : field === 'price'
            ? money(readAmount(of.price, currency) ?? 0)
            : t(of.is_available ? 'menu.on' : 'menu.off')
      }
      more={
        addon && !readOnly ? (
          <RemoveButton
            operation="addons.delete"
            input={{ addon_id: addon.id }}
            version={addon.version}
            name={addon.name}
            text={t('menu.delete_addon')}
            switchOff={() => update.run({ addon_id: addon.id, is_available: false })}
            onDone={(outcome) => (outcome === 'deleted' ? onClose() : editing.say(t('menu.switched_off', { name: addon.name })))}
          />
        ) : null
      }
    >
      <TextInput label={t('menu.name')} {...textOf(editing, 'name')} maxLength={150} autoComplete="off" />
      <AmountField label={t('menu.price')} {...amountOf(editing, 'price')} plain description={t('menu.addon_price_hint')} />
      <Switch label={t('menu.offered')} description={t('menu.offered_hint')} {...flagOf(editing, 'is_available')} />
    </EditPanel>
  );
};
