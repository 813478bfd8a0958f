import { IconAdjustments, IconDiscount2, IconMinus, IconNote, IconPlus, IconTrash } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../session/session.tsx';
import type { TicketLine } from './ticket-store.ts';
import classes from './ticket-line.module.css';

interface TicketLineRowProps {
  readonly line: TicketLine;
  /** Minor units. */
  readonly amount: number;
  /** What is taken off this line alone, in minor units. */
  readonly saved: number;
  readonly selected: boolean;
  readonly onSelect: (key: string) => void;
  readonly onQuantity: (line: TicketLine, quantity: number) => void;
  readonly onEdit: (key: string) => void;
  readonly onPrice: (key: string) => void;
}

/** A line of the ticket; the selected one shows its controls. */
export const TicketLineRow = memo(({ line, amount, saved, selected, onSelect, onQuantity, onEdit, onPrice }: TicketLineRowProps) => {
  const { t } = useTranslation();
  const { money } = useFormats();
  const row = useRef<HTMLLIElement>(null);
  const { name, quantity } = line;
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected, quantity]);
  return (
    <li ref={row} className={classes.line} data-selected={selected || undefined} data-testid="ticket-line">
      <button type="button" className={classes.select} aria-pressed={selected} onClick={() => onSelect(line.key)}>
        <span className={`${classes.quantity} figures`}>
          {quantity}
          <span className="visually-hidden"> × </span>
        </span>{' '}
        <span className={classes.what}>
          <span className={classes.name}>{name}</span>{' '}
          {line.addons.length > 0 ? <span className={classes.extra}>{line.addons.map((addon) => addon.name).join(', ')}</span> : null}{' '}
          {line.notes ? (
            <span className={classes.extra}>
              <IconNote size={16} aria-hidden="true" /> {line.notes}
            </span>
          ) : null}{' '}
          {line.price_cut ? (
            <span className={classes.cut}>
              {[line.price_cut.kind === 'comp' ? t('price.comped') : t('price.reduced'), line.price_cut.reason].filter(Boolean).join(' · ')}
            </span>
          ) : null}
        </span>{' '}
        <span className={`${classes.amount} money`}>
          {saved > 0 ? (
            <>
              <s className={classes.before}>
                <span className="visually-hidden">{t('price.instead_of')} </span>
                {money(amount)}
              </s>{' '}
            </>
          ) : null}
          {money(amount - saved)}
        </span>
      </button>
      {selected ? (
        <div className={classes.controls}>
          <button
            type="button"
            className={classes.control}
            aria-label={t('ticket.fewer', { name })}
            onClick={() => onQuantity(line, quantity - 1)}
          >
            <IconMinus size={22} />
          </button>
          <span className={`${classes.count} figures`} aria-hidden="true">
            {quantity}
          </span>
          <button
            type="button"
            className={classes.control}
            aria-label={t('ticket.more', { name })}
            onClick={() => onQuantity(line, quantity + 1)}
          >
            <IconPlus size={22} />
          </button>
          <button
            type="button"
            className={`${classes.control} ${classes.edit}`}
            aria-label={t('ticket.edit_line', { name })}
            onClick={() => onEdit(line.key)}
          >
            <IconAdjustments size={20} aria-hidden="true" />
            {t('ticket.edit')}
          </button>
          <button
            type="button"
            className={classes.control}
            aria-label={t('price.change', { name })}
            title={t('price.change', { name })}
            data-set={line.price_cut !== null || undefined}
            onClick={() => onPrice(line.key)}
          >
            <IconDiscount2 size={20} />
          </button>
          <button
            type="button"
            className={`${classes.control} ${classes.remove}`}
            aria-label={t('ticket.remove', { name })}
            onClick={() => onQuantity(line, 0)}
          >
            <IconTrash size={20} />
          </button>
        </div>
      ) : null}
    </li>
  );
});
