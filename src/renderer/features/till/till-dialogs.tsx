import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import type { Menu } from '../menu/menu-index.ts';
import { CustomerPicker } from './customer-picker.tsx';
import { DiscountPicker } from './discount-picker.tsx';
import { LineEditor } from './line-editor.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { MAX_QUANTITY, quantityOf, useTicket } from './ticket-store.ts';
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
          onChoose={(discount_id) => change((now) => ({ ...now, discount_id }))}
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
