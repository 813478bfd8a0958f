import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from './filters.ts';
import classes from './list.module.css';
import type { ListState } from './list-address.ts';

interface ListToolsProps {
  readonly state: ListState;
  readonly filters: readonly Filter[];
  readonly searchLabel: string;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onChange: (change: Partial<ListState>) => void;
  /** The arrow down leads from the search into the list. */
  readonly onDown: () => void;
}

const PAUSE_MS = 200;

/** Search and filters above a list. */
export const ListTools = ({ state, filters, searchLabel, search, onChange, onDown }: ListToolsProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(state.q);
  const [written, setWritten] = useState(state.q);
  // The address was changed by something else, such as the browser's back.
  if (state.q !== written) {
    setWritten(state.q);
    if (typed.trim() !== state.q) setTyped(state.q);
  }
  const seek = useEffectEvent((text: string) => {
    if (text !== state.q) onChange({ q: text });
  });
  useEffect(() => {
    const timer = setTimeout(() => seek(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const set = (key: string, text: string) => onChange({ filters: { ...state.filters, [key]: text } });
  return (
    <div className={classes.tools} role="search">
      <TextInput
        ref={search}
        className={classes.search ?? ''}
        aria-label={searchLabel}
        placeholder={searchLabel}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onDown();
        }}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
        rightSection={typed === '' ? null : <CloseButton size={44} aria-label={t('till.clear_search')} onClick={() => setTyped('')} />}
        rightSectionWidth={48}
        maxLength={200}
        autoComplete="off"
      />
      {filters.map((filter) =>
        filter.kind === 'days' ? (
          <span key={filter.from} className={classes.range} role="group" aria-label={filter.label}>
            <input
              type="date"
              className={classes.select}
              aria-label={`${filter.label}: ${t('list.from')}`}
              max={state.filters[filter.to] ?? ''}
              value={state.filters[filter.from] ?? ''}
              onChange={(event) => set(filter.from, event.currentTarget.value)}
            />
            <input
              type="date"
              className={classes.select}
              aria-label={`${filter.label}: ${t('list.to')}`}
              min={state.filters[filter.from] ?? ''}
              value={state.filters[filter.to] ?? ''}
              onChange={(event) => set(filter.to, event.currentTarget.value)}
            />
          </span>
        ) : (
          <select
            key={filter.key}
            className={classes.select}
            aria-label={filter.label}
            data-set={state.filters[filter.key] !== undefined || undefined}
            value={state.filters[filter.key] ?? ''}
            onChange={(event) => set(filter.key, event.currentTarget.value)}
          >
            <option value="">{filter.any}</option>
            {filter.kind === 'boolean' ? (
              <>
                <option value="true">{filter.yes}</option>
                <option value="false">{filter.no}</option>
              </>
            ) : (
              filter.options.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))
            )}
          </select>
        ),
      )}
    </div>
  );
};
