import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentMethodInfo } from '../../../contract/payments.ts';
import { useCommand } from '../../client/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Segments } from '../../ui/segments.tsx';
import classes from './settings.module.css';

interface MethodDialogProps {
  /** Null: a new one. */
  readonly method: PaymentMethodInfo | null;
  readonly existing: readonly PaymentMethodInfo[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Cash is one and only: the drawer counts it. */
const NEW_KINDS = ['card', 'mobile', 'other'] as const;

/** A code of the kind that the contract takes, made from the name and not taken yet. */
export const codeFor = (name: string, taken: readonly string[]): string => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 24);
  const code = plain === '' ? 'method' : plain;
  if (!taken.includes(code)) return code;
  for (let number = 2; ; number += 1) if (!taken.includes(`${code}_${number}`)) return `${code}_${number}`;
};

/** A way to pay: its name and, when it is new, of what kind it is. */
export const MethodDialog = ({ method, existing, onClose, onSaved }: MethodDialogProps) => {
  const { t } = useTranslation();
  const create = useCommand('paymentMethods.create');
  const update = useCommand('paymentMethods.update');
  const [name, setName] = useState(method?.name ?? '');
  const [kind, setKind] = useState<(typeof NEW_KINDS)[number]>('card');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    const code = codeFor(
      name,
      existing.map((one) => one.code),
    );
    const display_order = Math.max(0, ...existing.map((one) => one.display_order)) + 1;
    const saved = method
      ? await update.run({ code: method.code, name: name.trim() })
      : await create.run({ code, name: name.trim(), kind, display_order });
    if (!saved) return;
    onSaved();
    onClose();
  };
  return (
    <Dialog title={t(method ? 'settings.payments.rename_title' : 'settings.payments.add_title')} onClose={onClose}>
      <form className={classes.stack} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('settings.payments.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && name.trim() === '' ? t('settings.faults.empty') : null}
          maxLength={50}
          autoComplete="off"
          data-autofocus
        />
        {method ? null : (
          <div className={classes.field}>
            <span className={classes.label} aria-hidden="true">
              {t('settings.payments.kind')}
            </span>
            <p className={classes.hint}>{t('settings.payments.kind_hint')}</p>
            <Segments
              label={t('settings.payments.kind')}
              value={kind}
              onChange={setKind}
              options={NEW_KINDS.map((value) => ({ value, name: t(`settings.payments.kinds.${value}`) }))}
            />
          </div>
        )}
        <Problem error={method ? update.error : create.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.back')}
          </Button>
          <Button type="submit" loading={create.busy || update.busy}>
            {t('app.save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
