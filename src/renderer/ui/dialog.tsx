import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { overlayClosed, overlayOpened } from './overlays.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: number;
}

/** A dialog over the screen, whose keys rest meanwhile. Esc closes it; on a phone it fills the page. Mount it to open it. */
export const Dialog = ({ title, onClose, children, size = 480 }: DialogProps) => {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  useEffect(() => {
    overlayOpened();
    return overlayClosed;
  }, []);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={isNarrow}
      closeButtonProps={{ 'aria-label': t('app.close'), size: 48, iconSize: 22 }}
      styles={{
        title: { fontSize: '1.375rem', fontWeight: 650 },
        header: { background: 'var(--surface)', padding: '16px 16px 8px 24px' },
        content: { background: 'var(--surface)', color: 'var(--ink)' },
        body: { padding: '8px 24px 24px' },
      }}
      overlayProps={{ color: 'var(--scrim)', backgroundOpacity: 1 }}
    >
      {children}
    </Modal>
  );
};
