import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import type { Menu } from '../menu/menu-index.ts';
import { CustomerPicker } from './customer-picker.tsx';
import { DiscountPicker } from './discount-picker.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { LineEditor } from './line-editor.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PriceDialog } from './price-dialog.tsx';
import { RecallDialog } from './recall-dialog.tsx';
import { MAX_QUANTITY, quantityOf, useTicket } from './ticket-store.ts';
import { useTillView } from './till-view.ts';
import type { TillActions } from './use-till.ts';

/** The dialog that lies over the till, if any. */
export const TillDialogs = ({ till, menu }: { till: TillActions; menu: Menu }) => {
  const { t } = useTranslation();
  const { ticket, change, editLine, clear } = useTicket();
  switch (till.dialog) {
    case 'customer':
      return (
        <CustomerPicker chosen={ticket.customer} onChoose={(customer) => change((now) => ({ ...now, customer }))} onClose={till.close} />
      );
    case 'discount':
      return (
        <DiscountPicker
          chosen={ticket.discount_id}
          reason={ticket.discount_reason}
          onChoose={(discount_id, discount_reason) => change((now) => ({ ...now, discount_id, discount_reason }))}
          onClose={till.close}
        />
      );
    case 'note':
      return <NoteDialog note={ticket.notes} onSave={(notes) => change((now) => ({ ...now, notes }))} onClose={till.close} />;
    case 'line': {
      const line = ticket.lines.find((candidate) => candidate.key === ticket.selected);
      if (!line) return null;
      const stock = menu.byId.get(line.item_id)?.stock_qty ?? -1;
      const most = stock < 0 ? MAX_QUANTITY : Math.max(line.quantity, stock - quantityOf(ticket, line.item_id) + line.quantity);
      return (
        <LineEditor line={line} addons={menu.addons} most={most} onSave={(edited) => editLine(line.key, edited)} onClose={till.close} />
      );
    }
    case 'price': {
      const line = ticket.lines.find((candidate) => candidate.key === ticket.selected);
      return line ? <PriceDialog line={line} onSave={(price_cut) => editLine(line.key, { price_cut })} onClose={till.close} /> : null;
    }
    case 'hold':
      return ticket.lines.length === 0 ? null : <HoldDialog ticket={ticket} onHeld={clear} onClose={till.close} />;
    case 'recall':
      return (
        <RecallDialog
          menu={menu}
          hasTicket={ticket.lines.length > 0}
          onHold={() => till.open('hold')}
          onRecalled={(recalled, missing) => {
            till.changed();
            change(() => recalled);
            useTillView.setState({ side: 'ticket', hint: missing > 0 ? t('hold.missing', { count: missing }) : null });
          }}
          onClose={till.close}
        />
      );
    case 'clear':
      return (
        <Confirm
          title={t('ticket.clear_title')}
          text={t('ticket.clear_text', { count: ticket.lines.reduce((sum, line) => sum + line.quantity, 0) })}
          keep={t('ticket.clear_keep')}
          confirm={t('ticket.clear_confirm')}
          onKeep={till.close}
          onConfirm={() => {
            clear();
            till.close();
          }}
        />
      );
    case null:
      return null;
    default:
      return till.dialog satisfies never;
  }
};
