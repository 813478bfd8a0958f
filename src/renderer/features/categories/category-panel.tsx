import { Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Category } from '../../../contract/catalog.ts';
import { useCall } from '../../client/queries.ts';
import { EditPanel, flagOf, RemoveButton, textOf, useEditing } from '../../ui/list/index.ts';
import classes from './categories.module.css';

interface CategoryPanelProps {
  readonly path: string;
  readonly category: Category | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

interface Values {
  name: string;
  description: string;
  is_active: boolean;
  /** Of a new one: after all others. Later it is moved in the list. */
  display_order: number | undefined;
}

/** One category of the menu. */
export const CategoryPanel = ({ path, category, readOnly, onClose }: CategoryPanelProps) => {
  const { t } = useTranslation();
  const items = useCall('items.list', { category_id: category?.id ?? 0, per_page: 1 }, { enabled: category !== null });
  const count = items.data?.total;
  const all = useCall('categories.list', { per_page: 100 });
  const last = Math.max(0, ...(all.data?.items.map(({ display_order }) => display_order) ?? []));
  const editing = useEditing({
    path,
    record: category,
    blank: { name: '', description: '', is_active: true, display_order: last + 1 },
    read: (row: Category): Values => ({
      name: row.name,
      description: row.description ?? '',
      is_active: row.is_active,
      display_order: undefined,
    }),
    input: (values) => ({
      name: values.name.trim(),
      description: values.description.trim() === '' ? null : values.description.trim(),
      is_active: values.is_active,
      display_order: values.display_order,
    }),
    create: 'categories.create',
    update: 'categories.update',
    get: 'categories.get',
    idKey: 'category_id',
    fieldOfCode: { already_exists: 'name' },
    nameOf: (row) => row.name,
  });
  return (
    <EditPanel
      title={category?.name ?? t('menu.new_category')}
      editing={editing}
      onClose={onClose}
      readOnly={readOnly}
      createLabel={t('menu.add_category')}
      labels={{ name: t('menu.name'), description: t('menu.description'), is_active: t('menu.offered'), display_order: t('menu.place') }}
      below={
        category && count !== undefined ? (
          <Link href={`/office/items?category_id=${category.id}`} className={classes.items}>
            {t('menu.items_in_it', { count })}
          </Link>
        ) : null
      }
      more={
        category && !readOnly ? (
          <RemoveButton
            operation="categories.delete"
            input={{ category_id: category.id }}
            version={category.version}
            name={category.name}
            text={t('menu.delete_category')}
            onDone={onClose}
          />
        ) : null
      }
    >
      <TextInput label={t('menu.name')} {...textOf(editing, 'name')} maxLength={150} autoComplete="off" />
      <Switch label={t('menu.offered')} description={t('menu.category_offered_hint')} {...flagOf(editing, 'is_active')} />
      <Textarea label={t('menu.description')} {...textOf(editing, 'description')} autosize minRows={2} maxRows={6} />
    </EditPanel>
  );
};
