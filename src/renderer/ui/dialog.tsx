import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useId, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';
import { overlayOpened, useOverlays } from './overlays.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: number;
}

/**
 * A dialog over the screen, whose keys rest meanwhile. Esc closes it, and of two that lie over each other only the upper one;
 * on a phone it fills the page. Mount it to open it.
 */
export const Dialog = ({ title, onClose, children, size = 480 }: DialogProps) => {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const id = useId();
  const isTop = useOverlays(({ stack }) => stack.at(-1) === id);
  // Before the paint, so that the keys are never behind what is seen.
  useLayoutEffect(() => overlayOpened(id), [id]);
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={size}
      fullScreen={isNarrow}
      closeOnEscape={isTop}
      classNames={{ content: classes.content ?? '', title: classes.title ?? '', body: classes.body ?? '' }}
    >
      <Modal.Overlay color="var(--scrim)" backgroundOpacity={1} />
      <Modal.Content>
        {/* Not Modal.Header: its <header> would be a second banner of the page. */}
        <div className={classes.header}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('app.close')} size={48} iconSize={22} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
