import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconPlugConnectedX, IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Keycap } from '../../ui/keycap.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useMay } from '../session/session.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { PersonForm } from './person-form.tsx';
import { StaffList } from './staff-list.tsx';
import classes from './staff.module.css';

/** Who works here: the list, and the person chosen beside it. Person and search are in the address. */
export const StaffScreen = () => {
  const { t } = useTranslation();
  const may = useMay();
  const [location, navigate] = useLocation();
  const chosen = location.split('/')[2];
  const [params, setParams] = useSearchParams();
  const query = params.get('find') ?? '';
  const staff = useCall('staff.list', {});
  const manages = may('staff.manage');
  const people = staff.data ?? [];
  const words = query.trim().toLocaleLowerCase();
  const shown = people.filter((person) => person.name.toLocaleLowerCase().includes(words));
  const open = (id: string | number) => navigate(`/staff/${id}${query === '' ? '' : `?find=${encodeURIComponent(query)}`}`);
  const person = people.find(({ id }) => String(id) === chosen);
  const isNew = chosen === 'new' && manages;
  const step = (by: number) => {
    const at = shown.findIndex(({ id }) => String(id) === chosen);
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
    if (next) open(next.id);
  };
  useShortcuts('staff', { up: () => step(-1), down: () => step(1), add: () => manages && open('new') });
  if (!staff.data && staff.error) {
    return (
      <Notice icon={<IconPlugConnectedX size={32} />} title={t('staff.failed')} text={staff.error.message} role="alert">
        <Button onClick={() => void staff.refetch()}>{t('app.try_again')}</Button>
      </Notice>
    );
  }
  return (
    <div className={classes.screen}>
      <h1 className="visually-hidden">{t('staff.title')}</h1>
      <div className={classes.columns} data-chosen={person !== undefined || isNew || undefined}>
        <section className={classes.side} aria-label={t('staff.title')}>
          <PeopleTabs current="staff" />
          <div className={classes.tools}>
            <TextInput
              aria-label={t('staff.find')}
              placeholder={t('staff.find')}
              leftSection={<IconSearch size={20} aria-hidden="true" />}
              value={query}
              onChange={(event) =>
                setParams(event.currentTarget.value === '' ? {} : { find: event.currentTarget.value }, { replace: true })
              }
              autoComplete="off"
              className={classes.find ?? ''}
            />
            {manages ? (
              <Button leftSection={<IconUserPlus size={22} />} rightSection={<Keycap>F2</Keycap>} onClick={() => open('new')}>
                {t('staff.add')}
              </Button>
            ) : null}
          </div>
          {staff.data ? <StaffList people={shown} chosen={person?.id ?? null} onChoose={open} /> : <Skeleton height={320} radius={20} />}
        </section>
        <div className={classes.panel}>
          {isNew || person ? (
            <PersonForm
              key={person?.id ?? 'new'}
              person={person ?? null}
              readOnly={!manages}
              onDone={(id) => (id === null ? navigate('/staff') : open(id))}
            />
          ) : (
            <Notice icon={<IconUsers size={32} />} title={t('staff.pick')} text={t(manages ? 'staff.pick_hint' : 'staff.pick_hint_view')} />
          )}
        </div>
      </div>
    </div>
  );
};
