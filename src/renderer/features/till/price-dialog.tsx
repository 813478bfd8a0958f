import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DiscountType, discountUnits } from '../../../domain/discount.ts';
import { PPM } from '../../../domain/money.ts';
import { discountOn, lineSubtotal } from '../../../domain/pricing.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonField } from '../../ui/reason-field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useFormats } from '../session/session.tsx';
import classes from './price-dialog.module.css';
import { cutRule } from './ticket-price.ts';
import type { PriceCut, TicketLine } from './ticket-store.ts';

interface PriceDialogProps {
  readonly line: TicketLine;
  readonly onSave: (cut: PriceCut | null) => void;
  readonly onClose: () => void;
}

type Kind = 'none' | 'discount' | 'comp';

const valueOf = (text: string): number | null => {
  const plain = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};

/** The price of one line: the full one, less a discount, or nothing. Whether one may is decided when the order is placed. */
export const PriceDialog = ({ line, onSave, onClose }: PriceDialogProps) => {
  const { t } = useTranslation();
  const { money, currency } = useFormats();
  const cut = line.price_cut;
  const [kind, setKind] = useState<Kind>(cut?.kind ?? 'discount');
  const [type, setType] = useState<DiscountType>(cut?.kind === 'discount' ? cut.type : 'percentage');
  const [text, setText] = useState(cut?.kind === 'discount' ? String(cut.value) : '');
  const [reason, setReason] = useState(cut?.reason ?? '');
  const [fault, setFault] = useState<{ value?: string; reason?: string }>({});
  const value = valueOf(text);
  const units = value === null ? null : discountUnits(type, value, currency.decimals);
  const isValue = units !== null && units > 0 && (type === 'flat' || units <= PPM);
  const next: PriceCut | null =
    kind === 'none'
      ? null
      : kind === 'comp'
        ? { kind, reason: reason.trim() }
        : { kind, type, value: isValue && value !== null ? value : 0, reason: reason.trim() || null };
  const full = lineSubtotal({ unit_price: line.unit_price, quantity: line.quantity, addon_prices: line.addons.map(({ price }) => price) });
  const off = discountOn(full, cutRule(next, currency.decimals));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const faults = {
      ...(kind === 'discount' && !isValue ? { value: t('price.value_wrong') } : {}),
      ...(kind === 'comp' && reason.trim() === '' ? { reason: t('price.reason_missing') } : {}),
    };
    setFault(faults);
    if (Object.keys(faults).length > 0) return;
    onSave(next);
    onClose();
  };
  return (
    <Dialog title={t('price.title', { name: line.name })} onClose={onClose} size={560}>
      <form onSubmit={save} noValidate>
        <Stack gap="md">
          <Segments
            label={t('price.kind')}
            value={kind}
            onChange={setKind}
            options={[
              { value: 'none', name: t('price.full') },
              { value: 'discount', name: t('price.discount') },
              { value: 'comp', name: t('price.free') },
            ]}
          />
          {kind === 'discount' ? (
            <div className={classes.value}>
              <TextInput
                data-autofocus
                label={t('price.value')}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                inputMode="decimal"
                autoComplete="off"
                maxLength={12}
                error={fault.value}
              />
              <Segments
                label={t('price.unit')}
                value={type}
                onChange={setType}
                options={[
                  { value: 'percentage', name: '%' },
                  { value: 'flat', name: currency.code },
                ]}
              />
            </div>
          ) : null}
          {kind === 'none' ? null : (
            <ReasonField
              label={kind === 'comp' ? t('price.reason') : `${t('price.reason')} (${t('app.optional')})`}
              suggestions={[t('price.reason_waited'), t('price.reason_wrong'), t('price.reason_staff'), t('price.reason_guest')]}
              value={reason}
              onChange={setReason}
              error={fault.reason ?? null}
            />
          )}
          <Group justify="space-between" wrap="nowrap">
            <p className={classes.outcome}>
              {off > 0 ? <s className="money">{money(full)}</s> : null} <strong className="money">{money(full - off)}</strong>
            </p>
            <Button type="submit" size="lg">
              {t('app.done')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
};
