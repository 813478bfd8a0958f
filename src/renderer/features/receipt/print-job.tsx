import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { PaperDocument } from '../../../contract/paper.ts';
import { PaperView } from './paper-view.tsx';

interface PrintJobProps {
  readonly paper: PaperDocument;
  readonly width?: 'roll' | 'sheet';
}

/** Hands a paper to the system's printers once: nothing of it is on the screen, and nothing else on the paper. Another paper is another one, by its key. */
export const PrintJob = ({ paper, width = 'roll' }: PrintJobProps) => {
  useEffect(() => {
    // A moment later: the paper must be in the page before it is printed.
    const timer = setTimeout(() => window.print(), 0);
    return () => clearTimeout(timer);
  }, []);
  return createPortal(
    <div className="print-only">
      <PaperView paper={paper} width={width} />
    </div>,
    document.body,
  );
};
