import { Button, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPackages, IconSearch } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/queries.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { Keycap } from '../../ui/keycap.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useCategoryOptions } from '../items/use-category-options.ts';
import { StocktakeReview } from './stocktake-review.tsx';
import { StocktakeRow } from './stocktake-row.tsx';
import { useStocktakeDraft } from './stocktake-draft.ts';
import classes from './stock.module.css';
import { StockTabs } from './stock-tabs.tsx';

const PER_PAGE = 100;

/** Counting the shelves: a number for each item, by keyboard down the list; put in as one when it is done. */
export const StocktakeScreen = () => {
  const { t } = useTranslation();
  const categories = useCategoryOptions();
  const { lines, clear } = useStocktakeDraft();
  const [query, setQuery] = useState('');
  const [sought] = useDebouncedValue(query.trim(), 200);
  const [category, setCategory] = useState('');
  const [page, setPage] = useState(1);
  const [asks, setAsks] = useState<'review' | 'discard' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const levels = useCall(
    'stock.levels',
    {
      state: 'tracked',
      sort: 'category',
      page,
      per_page: PER_PAGE,
      ...(sought === '' ? {} : { search: sought }),
      ...(category === '' ? {} : { category_id: Number(category) }),
    },
    { placeholderData: keepPreviousData },
  );
  const typed = Object.keys(lines).length;
  const review = () => {
    if (typed === 0) return false;
    setSaid(null);
    setAsks('review');
    return true;
  };
  useShortcuts('list', { save: review });
  const walk = (from: HTMLInputElement, step: 1 | -1) => {
    const fields = [...(list.current?.querySelectorAll('input') ?? [])];
    const next = fields[fields.indexOf(from) + step];
    next?.focus();
    next?.select();
  };
  const rows = () => {
    if (!levels.data) return levels.error ? <Problem error={levels.error} /> : <Skeleton height={480} radius={18} />;
    if (levels.data.items.length === 0)
      return (
        <Notice
          icon={<IconPackages size={32} />}
          title={t('stock.nothing_to_count')}
          text={t('stock.nothing_to_count_hint')}
          role="status"
        />
      );
    return (
      <ul ref={list} className={classes.counting} aria-label={t('stock.tab_stocktake')}>
        {levels.data.items.map((level) => (
          <StocktakeRow key={level.item_id} level={level} onWalk={walk} />
        ))}
      </ul>
    );
  };
  return (
    <div className={classes.stocktake}>
      <div className={classes.head}>
        <h1>{t('stock.tab_stocktake')}</h1>
        <StockTabs current="stocktake" />
      </div>
      <p className={classes.quiet}>{t('stock.stocktake_hint')}</p>
      <div className={classes.tools} role="search">
        <TextInput
          className={classes.search ?? ''}
          aria-label={t('stock.search')}
          placeholder={t('stock.search')}
          leftSection={<IconSearch size={20} aria-hidden="true" />}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setPage(1);
          }}
          autoComplete="off"
        />
        <select
          className={classes.select}
          aria-label={t('stock.category')}
          value={category}
          onChange={(event) => {
            setCategory(event.currentTarget.value);
            setPage(1);
          }}
        >
          <option value="">{t('stock.all_categories')}</option>
          {categories.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className={classes.rows}>{rows()}</div>
      <div className={classes.foot}>
        <p role="status">{said ?? t('stock.typed', { count: typed })}</p>
        {levels.data && levels.data.total_pages > 1 ? (
          <span className={classes.turns}>
            <Button variant="default" disabled={page <= 1} onClick={() => setPage(page - 1)}>
              {t('list.previous')}
            </Button>
            <Button variant="default" disabled={page >= levels.data.total_pages} onClick={() => setPage(page + 1)}>
              {t('list.next')}
            </Button>
          </span>
        ) : null}
        <Button variant="default" disabled={typed === 0} onClick={() => setAsks('discard')}>
          {t('stock.discard')}
        </Button>
        <Button disabled={typed === 0} onClick={review} rightSection={<Keycap>F10</Keycap>}>
          {t('stock.review')}
        </Button>
      </div>
      {asks === 'review' ? <StocktakeReview onDone={setSaid} onClose={() => setAsks(null)} /> : null}
      {asks === 'discard' ? (
        <Confirm
          title={t('stock.discard_title')}
          text={t('stock.discard_text', { count: typed })}
          keep={t('stock.discard_keep')}
          confirm={t('stock.discard_now')}
          onKeep={() => setAsks(null)}
          onConfirm={() => {
            clear();
            setAsks(null);
          }}
        />
      ) : null}
    </div>
  );
};
