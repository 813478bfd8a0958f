import { Button, Skeleton } from '@mantine/core';
import { IconPlugConnectedX, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OperationName, OutputOf } from '../../../contract/index.ts';
import { LIST_EXPORTS, type ListExportName } from '../../../contract/list-exports.ts';
import { useCall } from '../../client/queries.ts';
import { useMay } from '../../features/session/session.tsx';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { Keycap } from '../keycap.tsx';
import { Notice } from '../notice.tsx';
import { movedBy } from './arranged.tsx';
import { ListExport } from './export-buttons.tsx';
import type { Filter } from './filters.ts';
import classes from './list.module.css';
import { filterInput, type SortOrder, useListAddress } from './list-address.ts';
import { type Column, ListTable } from './list-table.tsx';
import { ListTools } from './list-tools.tsx';
import { Pager } from './pager.tsx';
import { SwitchBar } from './switch-bar.tsx';
import { type SwitchName, useSwitching } from './use-switching.ts';

interface Page<R> {
  readonly items: readonly R[];
  readonly total: number;
  readonly page: number;
  readonly per_page: number;
  readonly total_pages: number;
}

/** The operations that answer a page of rows. */
export type ListName = { [N in OperationName]: OutputOf<N> extends Page<unknown> ? N : never }[OperationName];
export type RowOf<N extends ListName> = OutputOf<N> extends Page<infer R> ? R : never;

interface ListPageProps<N extends ListName> {
  readonly title: string;
  /** Of the page, without what is open: `/office/items`. */
  readonly path: string;
  readonly operation: N;
  readonly columns: readonly Column<RowOf<N>>[];
  readonly filters?: readonly Filter[];
  /** The operation's own order, which is left out of the address. */
  readonly sorted: SortOrder;
  readonly searchLabel: string;
  /** The input's key for the searched text; `search` unless told. */
  readonly searchKey?: string;
  /** Always sent beside what the address says. */
  readonly input?: Partial<InputOf<N>>;
  readonly keyOf: (row: RowOf<N>) => number;
  /** A row that is switched off is shown paler. */
  readonly isOff?: (row: RowOf<N>) => boolean;
  /** What stands there before the first row is made. */
  readonly empty: { readonly icon: ReactNode; readonly title: string; readonly text: string };
  /** Absent: nothing can be added here, or not by this person. */
  readonly addLabel?: string | undefined;
  /** Saves what is found as a file, where one may see the list and take data out. */
  readonly exports?: ListExportName;
  /** Switches chosen rows on or off together; absent: rows cannot be chosen, or not by this person. */
  readonly switches?: SwitchName | undefined;
  /** More buttons beside adding. */
  readonly actions?: ReactNode;
  /** A line under the title's row that says what the list is for or how it works. */
  readonly hint?: string | undefined;
  /** Between the filters and the rows, such as totals of what was found. */
  readonly summary?: (found: OutputOf<N>) => ReactNode;
  /**
   * The rows' own order is the shop's: they can be dragged, or moved by Alt and an arrow, while the list is in that order
   * and unfiltered. Gets the ids of the rows shown in their new order; resolves to null when it was refused.
   */
  readonly arrange?: ((ids: readonly number[]) => Promise<unknown>) | undefined;
  /** The panel beside the list; absent: rows do not open. Give it `key={String(open)}`, so that another row is another form. */
  readonly panel?: (open: number | 'new', close: () => void) => ReactNode;
}

/** A list of the back office: searched, filtered, sorted and paged by its operation, with everything in the address. */
export const ListPage = <N extends ListName>(props: ListPageProps<N>) => {
  const { title, path, operation, columns, filters = [], sorted, empty, addLabel, panel } = props;
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const sorts = columns.flatMap(({ sort }) => sort ?? []);
  const { state, open, hrefOf, goTo, change } = useListAddress(path, filters, sorted, sorts);
  const may = useMay();
  const asked = {
    ...props.input,
    ...filterInput(state, filters),
    ...(state.q === '' ? {} : { [props.searchKey ?? 'search']: state.q }),
    ...(state.sort === sorted.sort && state.order === sorted.order ? {} : { sort: state.sort, order: state.order }),
  };
  const paged = { ...asked, page: state.page, per_page: state.perPage };
  const list = useCall(operation, paged as InputOf<N>, { placeholderData: keepPreviousData as never });
  const found = list.data as Page<RowOf<N>> | undefined;
  const isFiltered = state.q !== '' || Object.values(state.filters).some((text) => text !== '');
  const isOwnOrder = !isFiltered && state.sort === sorted.sort && state.order === sorted.order;
  // Until the list is read again, the rows stand as they were put.
  const [put, setPut] = useState<{ found: unknown; ids: readonly number[] } | null>(null);
  const shown = (found?.items ?? []).toSorted((one, other) =>
    put && put.found === found ? put.ids.indexOf(props.keyOf(one)) - put.ids.indexOf(props.keyOf(other)) : 0,
  );
  const switching = useSwitching(
    props.switches,
    props.switches ? (shown as readonly { id: number; name: string; version: number }[]) : [],
    JSON.stringify(paged),
  );
  const arrange = async (ids: readonly number[]) => {
    if (put?.found === found) return;
    setPut({ found, ids });
    if ((await props.arrange?.(ids)) === null) setPut(null);
  };
  const arranging =
    props.arrange && isOwnOrder ? { ids: shown.map(props.keyOf), onMove: (ids: readonly number[]) => void arrange(ids) } : null;
  const moveRow = (by: 1 | -1) => {
    const id = Number(document.activeElement?.closest('[data-key]')?.getAttribute('data-key') ?? Number.NaN);
    const ids = arranging && movedBy(arranging.ids, id, by);
    if (!arranging || !ids) return false;
    arranging.onMove(ids);
    // A moved row loses the focus.
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-key="${id}"] a[href]`)?.focus());
    return true;
  };
  const turn = (by: number) => {
    const page = state.page + by;
    if (found && page >= 1 && page <= found.total_pages) change({ page });
  };
  const walk = (step: 1 | -1) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>('a[href]') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
  };
  const add = () => {
    if (addLabel === undefined) return false;
    goTo('new');
    return true;
  };
  useShortcuts('list', {
    up: () => walk(-1),
    down: () => walk(1),
    search: () => {
      search.current?.focus();
      search.current?.select();
    },
    add,
    previous_page: () => turn(-1),
    next_page: () => turn(1),
    choose: () => {
      const key = document.activeElement?.closest('[data-key]')?.getAttribute('data-key');
      if (!switching || key == null) return false;
      switching.toggle(Number(key));
      return true;
    },
    choose_all: () => {
      if (!switching) return false;
      switching.toggleAll();
      return true;
    },
    move_up: () => moveRow(-1),
    move_down: () => moveRow(1),
  });
  const before = useRef(open);
  useEffect(() => {
    // Back to the row that was open, for the keyboard.
    if (open === null && before.current !== null)
      body.current?.querySelector<HTMLElement>(`[data-key="${before.current}"] a[href]`)?.focus();
    before.current = open;
  }, [open]);
  const close = () => goTo(null);
  const rows = () => {
    if (!found) {
      return list.error ? (
        <Notice icon={<IconPlugConnectedX size={32} />} title={t('list.failed')} text={list.error.message} role="alert">
          <Button onClick={() => void list.refetch()}>{t('app.try_again')}</Button>
        </Notice>
      ) : (
        <Skeleton height={480} radius={18} />
      );
    }
    if (found.items.length > 0) {
      return (
        <ListTable
          label={title}
          columns={columns}
          rows={shown}
          keyOf={props.keyOf}
          hrefOf={panel ? (key) => hrefOf(key) : null}
          open={open}
          isOff={props.isOff ?? (() => false)}
          sorted={state}
          onSort={change}
          body={body}
          arranging={arranging}
          switching={switching}
        />
      );
    }
    if (found.total > 0 || isFiltered) {
      return (
        <Notice icon={<IconSearch size={32} />} title={t('list.none_found')} text={t('list.none_found_hint')} role="status">
          <Button variant="light" onClick={() => change({ q: '', filters: {} })}>
            {t('list.clear')}
          </Button>
        </Notice>
      );
    }
    return (
      <Notice icon={empty.icon} title={empty.title} text={empty.text} role="status">
        {addLabel === undefined ? null : <Button onClick={add}>{addLabel}</Button>}
      </Notice>
    );
  };
  const frame = (buttons: ReactNode, progress: ReactNode) => (
    <div className={classes.screen} data-panel={(panel && open !== null) || undefined}>
      <div className={classes.columns}>
        <section className={classes.list} aria-label={title}>
          <div className={classes.top}>
            <h1 className={classes.title}>{title}</h1>
            <div className={classes.actions}>
              {props.actions}
              {buttons}
              {addLabel === undefined ? null : (
                <Button leftSection={<IconPlus size={20} aria-hidden="true" />} rightSection={<Keycap>F2</Keycap>} onClick={add}>
                  {addLabel}
                </Button>
              )}
            </div>
          </div>
          <ListTools
            state={state}
            filters={filters}
            searchLabel={props.searchLabel}
            search={search}
            onChange={change}
            onDown={() => walk(1)}
          />
          {progress}
          {switching ? <SwitchBar switching={switching} /> : null}
          {props.hint ? <p className={classes.hint}>{props.hint}</p> : null}
          {list.data && props.summary ? props.summary(list.data) : null}
          <div className={classes.rows} data-old={list.isPlaceholderData || undefined}>
            {rows()}
          </div>
          {found && found.total > 0 ? (
            <Pager found={found} perPage={state.perPage} onTurn={turn} onSize={(perPage) => change({ perPage })} />
          ) : null}
        </section>
        {panel && open !== null ? panel(open, close) : null}
      </div>
    </div>
  );
  const { exports } = props;
  return exports && may('data.exchange') && may('reports.view') && may(LIST_EXPORTS[exports].sees) ? (
    <ListExport name={exports} asked={asked}>
      {frame}
    </ListExport>
  ) : (
    frame(null, null)
  );
};
