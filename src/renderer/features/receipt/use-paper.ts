import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperDocument } from '../../../contract/paper.ts';
import type { Print, Printable } from '../../../contract/printing.ts';
import { withApproval } from '../../client/approvals.ts';
import { Attempts } from '../../client/attempts.ts';
import { wasAnswered } from '../../client/failure.ts';
import { pageClient } from '../../client/page-client.ts';
import { useCall } from '../../client/queries.ts';
import { saveBytes } from '../shift/save-bytes.ts';

/** How far a print has come. `failed` keeps the print, so that trying again is no reprint. */
export type PaperState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'system'; readonly printId: number; readonly paper: PaperDocument }
  | { readonly kind: 'failed'; readonly message: string; readonly print: Print | null };

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface PaperOptions {
  readonly document: Printable;
  readonly id: number;
  /** Cash went in or comes out: the drawer opens with the paper. */
  readonly opensDrawer: boolean;
  readonly fileName: string;
}

/**
 * Paper for something that is done already: whatever happens here, the sale stands. It goes to the shop's network printer
 * if there is one, else to the system's.
 */
export const usePaper = ({ document, id, opensDrawer, fileName }: PaperOptions) => {
  const { t } = useTranslation();
  const printer = useCall('settings.get', {}).data?.printer_host ?? '';
  const attempts = useRef<Attempts>(null);
  attempts.current ??= new Attempts();
  const [state, setState] = useState<PaperState>({ kind: 'idle' });

  const make = (target: Print['target']): Promise<Print> => {
    const input = { document, document_id: id, target };
    return withApproval(async (approval) => {
      const options = { idempotencyKey: attempts.current?.keyFor(input) ?? crypto.randomUUID(), ...(approval ? { approval } : {}) };
      try {
        const print = await pageClient().call('prints.make', input, options);
        attempts.current?.answered();
        return print;
      } catch (error) {
        // A lost answer leaves the key: the next press answers the same print, not a copy of it.
        if (wasAnswered(error)) attempts.current?.answered();
        throw error;
      }
    }, t('receipt.approve_copy'));
  };
  const toPrinter = async (print: Print) => {
    setState({ kind: 'busy' });
    try {
      await pageClient().call('prints.send', { print_id: print.id, open_drawer: opensDrawer });
      setState({ kind: 'sent' });
    } catch (error) {
      setState({ kind: 'failed', message: words(error), print });
    }
  };
  const recorded = async (target: Print['target'], use: (print: Print) => Promise<void> | void): Promise<void> => {
    if (state.kind === 'busy') return;
    setState({ kind: 'busy' });
    try {
      await use(await make(target));
    } catch (error) {
      setState({ kind: 'failed', message: words(error), print: null });
    }
  };
  const print = () =>
    printer === ''
      ? recorded('system', ({ id: printId, paper }) => setState({ kind: 'system', printId, paper }))
      : recorded('network', toPrinter);
  const savePdf = () =>
    recorded('pdf', async ({ id: print_id }) => {
      saveBytes(await pageClient().call('prints.pdf', { print_id, paper: 'roll80' }), fileName, 'application/pdf');
      setState({ kind: 'saved' });
    });
  return {
    state,
    hasPrinter: printer !== '',
    print: () => void print(),
    savePdf: () => void savePdf(),
    retry: (failed: Print) => void toPrinter(failed),
    /** The same paper by the system's printers, when the shop's own does not work. */
    bySystem: (failed: Print) => setState({ kind: 'system', printId: failed.id, paper: failed.paper }),
  };
};
