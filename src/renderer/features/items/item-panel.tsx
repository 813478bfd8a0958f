import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../contract/catalog.ts';
import { useCommand } from '../../client/queries.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { readAmount, writeAmount } from '../../ui/amount.ts';
import { amountOf, EditPanel, flagOf, RemoveButton, textOf, useEditing } from '../../ui/list/index.ts';
import { useFormats } from '../session/session.tsx';
import { useCategoryOptions } from './use-category-options.ts';

interface ItemPanelProps {
  readonly path: string;
  readonly item: Item | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

interface Values {
  name: string;
  category_id: string;
  price: string;
  /** Empty: not counted. */
  stock_qty: { counted: boolean; left: string };
  is_available: boolean;
  description: string;
}

/** A typed whole number, or NaN. */
const whole = (text: string): number => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN);

/** One item of the menu. */
export const ItemPanel = ({ path, item, readOnly, onClose }: ItemPanelProps) => {
  const { t } = useTranslation();
  const { currency, locale, money } = useFormats();
  const categories = useCategoryOptions();
  const update = useCommand('items.update');
  const editing = useEditing({
    path,
    record: item,
    blank: { name: '', category_id: '', price: '', stock_qty: { counted: false, left: '' }, is_available: true, description: '' },
    read: (row: Item): Values => ({
      name: row.name,
      category_id: String(row.category_id),
      price: writeAmount(row.price, currency, locale),
      stock_qty: { counted: row.stock_qty >= 0, left: row.stock_qty >= 0 ? String(row.stock_qty) : '' },
      is_available: row.is_available,
      description: row.description ?? '',
    }),
    input: (values) => ({
      name: values.name.trim(),
      category_id: values.category_id === '' ? undefined : Number(values.category_id),
      price: readAmount(values.price, currency) ?? Number.NaN,
      stock_qty: values.stock_qty.counted ? whole(values.stock_qty.left) : -1,
      is_available: values.is_available,
      description: values.description.trim() === '' ? null : values.description.trim(),
    }),
    create: 'items.create',
    update: 'items.update',
    get: 'items.get',
    idKey: 'item_id',
    nameOf: (row) => row.name,
  });
  const { values, set, faults } = editing;
  const stock = values.stock_qty;
  return (
    <EditPanel
      title={item?.name ?? t('menu.new_item')}
      editing={editing}
      onClose={onClose}
      readOnly={readOnly}
      createLabel={t('menu.add_item')}
      labels={{
        name: t('menu.name'),
        category_id: t('menu.category'),
        price: t('menu.price'),
        stock_qty: t('menu.stock'),
        is_available: t('menu.offered'),
        description: t('menu.description'),
      }}
      show={(field, of) => {
        if (field === 'category_id') return categories.find(({ value }) => value === of.category_id)?.name ?? of.category_id;
        if (field === 'stock_qty') return of.stock_qty.counted ? of.stock_qty.left : t('menu.unlimited');
        if (field === 'is_available') return t(of.is_available ? 'menu.on' : 'menu.off');
        if (field === 'price') return money(readAmount(of.price, currency) ?? 0);
        return of[field] === '' ? t('list.nothing') : of[field];
      }}
      more={
        item && !readOnly ? (
          <RemoveButton
            operation="items.delete"
            input={{ item_id: item.id }}
            version={item.version}
            name={item.name}
            text={t('menu.delete_item')}
            switchOff={() => update.run({ item_id: item.id, is_available: false })}
            onDone={(outcome) => (outcome === 'deleted' ? onClose() : editing.say(t('menu.switched_off', { name: item.name })))}
          />
        ) : null
      }
    >
      <TextInput label={t('menu.name')} {...textOf(editing, 'name')} maxLength={250} autoComplete="off" />
      <NativeSelect label={t('menu.category')} {...textOf(editing, 'category_id')}>
        <option value="" disabled>
          {t('menu.choose_category')}
        </option>
        {categories.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <AmountField label={t('menu.price')} {...amountOf(editing, 'price')} plain description={t('menu.price_hint')} />
      <Switch label={t('menu.offered')} description={t('menu.offered_hint')} {...flagOf(editing, 'is_available')} />
      <Switch
        label={t('menu.count_stock')}
        description={t('menu.count_stock_hint')}
        checked={stock.counted}
        onChange={(event) => set('stock_qty', { ...stock, counted: event.currentTarget.checked })}
      />
      {stock.counted ? (
        <TextInput
          label={t('menu.left')}
          description={item ? t('menu.left_hint') : undefined}
          value={stock.left}
          onChange={(event) => set('stock_qty', { ...stock, left: event.currentTarget.value })}
          onBlur={() => editing.leave('stock_qty')}
          error={faults.stock_qty ?? null}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
        />
      ) : null}
      <Textarea label={t('menu.description')} {...textOf(editing, 'description')} autosize minRows={2} maxRows={6} />
    </EditPanel>
  );
};
