import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Print } from '../../../contract/printing.ts';
import { withApproval } from '../../client/approvals.ts';
import { CallFailure } from '../../client/failure.ts';
import { pageClient } from '../../client/page-client.ts';
import { useCommand } from '../../client/queries.ts';
import { saveBytes } from '../shift/save-bytes.ts';

type Doing = 'print' | 'a4' | 'roll80' | 'network';

/** X and Z on paper, in a file, or on the network printer. Each is recorded first, so that a reprint says COPY n. */
export const usePrints = (document: 'x' | 'z', id: number) => {
  const { t } = useTranslation();
  const make = useCommand('prints.make');
  const [doing, setDoing] = useState<Doing | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState<Print | null>(null);

  const run = async (what: Doing, target: Print['target'], finish: (print: Print) => Promise<void> | void) => {
    if (doing !== null) return;
    setDoing(what);
    setFailed(null);
    setSaid('');
    try {
      const print = await make.run({ document, document_id: id, target }, t(`z.print_${document}`, { number: id }));
      if (!print) return;
      await finish(print);
      setSaid(t(print.copy === 0 ? `z.done_${what}` : `z.copy_${what}`, { copy: print.copy }));
    } catch (error) {
      setFailed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setDoing(null);
    }
  };
  const pdf = (paper: 'a4' | 'roll80') =>
    run(paper, 'pdf', async (print) => {
      const bytes = await withApproval((approval) =>
        pageClient().call('prints.pdf', { print_id: print.id, paper }, approval ? { approval } : {}),
      );
      const copy = print.copy === 0 ? '' : `-copy-${print.copy}`;
      saveBytes(bytes, `${document}-${id}${copy}.pdf`, 'application/pdf');
    });
  const send = () =>
    run('network', 'network', async (print) => {
      await pageClient().call('prints.send', { print_id: print.id });
    });
  return {
    doing,
    said,
    error: failed ?? (make.error instanceof CallFailure ? make.error : null),
    /** The paper that the page prints now. */
    shown,
    pdf,
    send,
    print: () => run('print', 'system', (print) => setShown(print)),
  };
};
