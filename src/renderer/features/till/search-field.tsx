import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { searchFor, useTillView } from './till-view.ts';

/** Finds items while one types. The till's keys lead here from anywhere. */
export const SearchField = ({ ref }: { ref: Ref<HTMLInputElement> }) => {
  const { t } = useTranslation();
  const query = useTillView((view) => view.query);
  return (
    <TextInput
      ref={ref}
      aria-label={t('till.search')}
      placeholder={t('till.search_placeholder')}
      value={query}
      onChange={(event) => searchFor(event.currentTarget.value)}
      leftSection={<IconSearch size={22} />}
      leftSectionWidth={48}
      rightSection={query === '' ? null : <CloseButton size={44} aria-label={t('till.clear_search')} onClick={() => searchFor('')} />}
      rightSectionWidth={48}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="done"
    />
  );
};
