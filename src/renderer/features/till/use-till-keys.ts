import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isTextField } from '../../keyboard/use-shortcuts.ts';
import { isForOverlay } from '../../ui/overlays.ts';
import { itemByCode, type Menu, type MenuItem, searchMenu } from '../menu/menu-index.ts';
import { moveHighlight, tillActionOf } from './till-keys.ts';
import { useTicket, withStep } from './ticket-store.ts';
import { searchFor, showCategory, useTillView } from './till-view.ts';
import type { TillActions } from './use-till.ts';

interface TillKeys {
  readonly menu: Menu | null;
  /** The tiles as they are shown. */
  readonly shown: readonly MenuItem[];
  readonly columns: RefObject<number>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly till: TillActions;
  readonly onHelp: () => void;
  /** While something else has the keys. */
  readonly isResting: boolean;
}

/** The till by keyboard: what every action of the table does here. */
export const useTillKeys = ({ menu, shown, columns, search, till, onHelp, isResting }: TillKeys): void => {
  const { t } = useTranslation();
  /** What is shown may still be a keystroke behind a fast typist, so a search is done again here. */
  const hits = () => {
    const { query } = useTillView.getState();
    return menu && query.trim() !== '' ? searchMenu(menu, query) : shown;
  };
  const walk = (direction: 'left' | 'right' | 'up' | 'down') => {
    const { highlight } = useTillView.getState();
    const { ticket, change } = useTicket.getState();
    const isVertical = direction === 'up' || direction === 'down';
    if (highlight === null && isVertical && ticket.lines.length > 0) return change((now) => withStep(now, direction === 'down' ? 1 : -1));
    useTillView.setState({ highlight: moveHighlight(highlight, direction, columns.current, hits().length) });
  };
  const enter = () => {
    const { query, highlight } = useTillView.getState();
    if (till.sale && query === '' && highlight === null) return till.next();
    const byCode = menu && itemByCode(menu, query);
    const item = byCode ?? (highlight === null ? undefined : hits()[highlight]);
    if (!item && query !== '') useTillView.setState({ hint: /^\d+$/.test(query) ? t('till.unknown_code', { code: query }) : null });
    if (item) {
      if (query !== '') searchFor('');
      return till.add(item);
    }
    if (query === '' && selectedLine()) till.open('line');
  };
  const selectedLine = () => {
    const { ticket } = useTicket.getState();
    return ticket.lines.find((line) => line.key === ticket.selected);
  };
  const changeQuantity = (by: number) => {
    const line = selectedLine();
    if (line) till.setQuantity(line, line.quantity + by);
  };
  const stepCategory = (by: number) => {
    if (!menu) return;
    const ids = [null, ...menu.categories.map(({ id }) => id)];
    const at = ids.indexOf(useTillView.getState().category_id);
    showCategory(ids[(at + by + ids.length) % ids.length] ?? null);
  };
  const back = () => {
    const { query, highlight } = useTillView.getState();
    if (till.sale) return till.next();
    if (query !== '') return searchFor('');
    if (highlight !== null) return useTillView.setState({ highlight: null });
    if (search.current && document.activeElement === search.current) return search.current.blur();
    useTicket.getState().change((now) => ({ ...now, selected: null }));
  };
  const actions: Readonly<Record<string, () => void>> = {
    help: onHelp,
    type: () => search.current?.focus(),
    enter,
    left: () => walk('left'),
    right: () => walk('right'),
    up: () => walk('up'),
    down: () => walk('down'),
    more: () => changeQuantity(1),
    fewer: () => changeQuantity(-1),
    remove: () => {
      const line = selectedLine();
      if (line) till.setQuantity(line, 0);
    },
    clear: () => useTicket.getState().ticket.lines.length > 0 && till.open('clear'),
    previous_category: () => stepCategory(-1),
    next_category: () => stepCategory(1),
    customer: () => till.open('customer'),
    discount: () => till.open('discount'),
    note: () => till.open('note'),
    edit_line: () => selectedLine() && till.open('line'),
    line_price: () => selectedLine() && till.open('price'),
    recall: () => till.open('recall'),
    hold: () => till.open(useTicket.getState().ticket.lines.length > 0 ? 'hold' : 'recall'),
    cash: () => till.pay('cash'),
    card: () => till.pay('card'),
    mobile: () => till.pay('mobile'),
    pay: () => till.pay(),
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isResting || event.defaultPrevented || event.isComposing || isForOverlay(event)) return;
    const { target } = event;
    const focus =
      target === search.current
        ? 'search'
        : isTextField(target)
          ? 'field'
          : target instanceof HTMLElement && target.matches('button, a[href]')
            ? 'button'
            : 'elsewhere';
    if (event.key === 'Escape') {
      event.preventDefault();
      return back();
    }
    const action = tillActionOf(event, { query: useTillView.getState().query, focus });
    if (action === null) return;
    // A typed letter is not prevented: it goes on into the search field, which has the focus by then.
    if (action !== 'type') event.preventDefault();
    actions[action]?.();
  });
  // Before the paint: what is seen has its keys.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
