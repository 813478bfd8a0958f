import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Discount } from '../../../contract/discounts.ts';
import { DISCOUNT_TYPES, type DiscountType, type WeeklyWindow } from '../../../domain/discount.ts';
import { useCommand } from '../../client/queries.ts';
import { EditPanel, flagOf, RemoveButton, textOf, useEditing } from '../../ui/list/index.ts';
import { Segments } from '../../ui/segments.tsx';
import { useFormats, useSession } from '../session/session.tsx';
import { instantOfWall, wallText } from '../time/wall-time.ts';
import classes from './discounts.module.css';
import { useDiscountWords } from './use-discount-words.ts';
import { WeekHours } from './week-hours.tsx';

interface DiscountPanelProps {
  readonly path: string;
  readonly discount: Discount | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

interface Values {
  name: string;
  type: DiscountType;
  value: string;
  is_active: boolean;
  needs_reason: boolean;
  /** On the shop's clock; empty: open. */
  start_date: string;
  end_date: string;
  /** Empty: at any time of the week. */
  weekly_windows: readonly WeeklyWindow[];
}

const BLANK: Values = {
  name: '',
  type: 'percentage',
  value: '',
  is_active: true,
  needs_reason: false,
  start_date: '',
  end_date: '',
  weekly_windows: [],
};

/** A typed number with a comma or a point, or NaN. */
const numberOf = (text: string): number => (/^\s*\d+(?:[.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN);

/** One discount: how much, when, and whether a reason is needed. */
export const DiscountPanel = ({ path, discount, readOnly, onClose }: DiscountPanelProps) => {
  const { t } = useTranslation();
  const { locale, currency } = useFormats();
  const { shop } = useSession();
  const zone = shop.time_zone;
  const words = useDiscountWords();
  const update = useCommand('discounts.update');
  const instant = (text: string) => (text === '' ? null : instantOfWall(text, zone));
  const editing = useEditing({
    path,
    record: discount,
    blank: BLANK,
    read: (row: Discount): Values => ({
      name: row.name,
      type: row.type,
      value: row.value.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 6 }),
      is_active: row.is_active,
      needs_reason: row.needs_reason,
      start_date: row.start_date ? wallText(row.start_date, zone) : '',
      end_date: row.end_date ? wallText(row.end_date, zone) : '',
      weekly_windows: row.weekly_windows ?? [],
    }),
    input: (values) => ({
      name: values.name.trim(),
      type: values.type,
      value: numberOf(values.value),
      is_active: values.is_active,
      needs_reason: values.needs_reason,
      start_date: instant(values.start_date),
      end_date: instant(values.end_date),
      weekly_windows: values.weekly_windows.length === 0 ? null : values.weekly_windows,
    }),
    create: 'discounts.create',
    update: 'discounts.update',
    get: 'discounts.get',
    idKey: 'discount_id',
    nameOf: (row) => row.name,
  });
  const { values, set, faults } = editing;
  return (
    <EditPanel
      title={discount?.name ?? t('discounts.new')}
      editing={editing}
      onClose={onClose}
      readOnly={readOnly}
      createLabel={t('discounts.add')}
      labels={{
        name: t('menu.name'),
        type: t('discounts.type'),
        value: t('discounts.value'),
        is_active: t('discounts.active'),
        needs_reason: t('discounts.needs_reason'),
        start_date: t('discounts.start'),
        end_date: t('discounts.end'),
        weekly_windows: t('discounts.hours'),
      }}
      show={(field, of) => {
        if (field === 'type') return t(`discounts.${of.type}`);
        if (field === 'weekly_windows')
          return words.windows([...of.weekly_windows].map((each) => ({ ...each, weekdays: [...each.weekdays] }))) || t('discounts.always');
        if (field === 'is_active' || field === 'needs_reason') return t(of[field] ? 'list.yes' : 'list.no');
        return of[field] === '' ? t('list.nothing') : of[field].replace('T', ' ');
      }}
      more={
        discount && !readOnly ? (
          <RemoveButton
            operation="discounts.delete"
            input={{ discount_id: discount.id }}
            version={discount.version}
            name={discount.name}
            text={t('discounts.delete')}
            switchOff={() => update.run({ discount_id: discount.id, is_active: false })}
            onDone={(outcome) => (outcome === 'deleted' ? onClose() : editing.say(t('menu.switched_off', { name: discount.name })))}
          />
        ) : null
      }
    >
      <TextInput label={t('menu.name')} {...textOf(editing, 'name')} maxLength={250} autoComplete="off" />
      <div className={classes.field}>
        <span className={classes.label} aria-hidden="true">
          {t('discounts.type')}
        </span>
        <Segments
          label={t('discounts.type')}
          value={values.type}
          onChange={(type) => set('type', type)}
          options={DISCOUNT_TYPES.map((type) => ({ value: type, name: t(`discounts.${type}`) }))}
        />
      </div>
      <TextInput
        label={t('discounts.value')}
        description={t('discounts.value_hint')}
        {...textOf(editing, 'value')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={16}
        rightSection={values.type === 'percentage' ? '%' : currency.code}
        rightSectionWidth={64}
      />
      <Switch label={t('discounts.active')} description={t('discounts.active_hint')} {...flagOf(editing, 'is_active')} />
      <Switch label={t('discounts.needs_reason')} description={t('discounts.needs_reason_hint')} {...flagOf(editing, 'needs_reason')} />
      <TextInput type="datetime-local" label={t('discounts.start')} {...textOf(editing, 'start_date')} />
      <TextInput type="datetime-local" label={t('discounts.end')} {...textOf(editing, 'end_date')} />
      <WeekHours
        windows={values.weekly_windows}
        onChange={(windows) => set('weekly_windows', windows)}
        onLeave={() => editing.leave('weekly_windows')}
        error={faults.weekly_windows ? t('discounts.hours_fault') : null}
      />
    </EditPanel>
  );
};
