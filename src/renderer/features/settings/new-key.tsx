import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../contract/index.ts';
import { useCall } from '../../client/queries.ts';
import { copyTextOf } from './copy-text.ts';
import classes from './settings.module.css';

interface NewKeyProps {
  readonly made: OutputOf<'keys.create'>;
  /** The desktop app's port, for the line to try. */
  readonly port: number;
  readonly onDone: () => void;
}

/** A key just made: shown this once, with a line that proves that it works. */
export const NewKey = ({ made, port, onDone }: NewKeyProps) => {
  const { t } = useTranslation();
  const network = useCall('network.get', {}).data;
  const shown = useRef<HTMLElement>(null);
  const line = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<'key' | 'line' | null>(null);
  // In a browser the page's own address is one that works; in the desktop app it is the one it opens for others.
  const origin = window.pos === undefined ? location.origin : `http://127.0.0.1:${network?.port ?? port}`;
  const copy = (what: 'key' | 'line') => {
    const element = what === 'key' ? shown.current : line.current;
    setCopied(element && copyTextOf(element) ? what : null);
  };
  return (
    <div className={classes.state} role="region" aria-label={t('settings.keys.new', { name: made.name })}>
      <div className={classes.stateWords}>
        <strong>{t('settings.keys.new', { name: made.name })}</strong>
        <span className={classes.hint}>{t('settings.keys.once')}</span>
        <code ref={shown} className={classes.code} data-testid="new-key">
          {made.key}
        </code>
        <span className={classes.hint}>{t('settings.keys.try')}</span>
        <code ref={line} className={classes.code} data-testid="curl-line">
          {`curl -H "Authorization: Bearer ${made.key}" ${origin}/api/v1/session`}
        </code>
        {network && !network.listening ? <span className={classes.note}>{t('settings.keys.not_listening')}</span> : null}
        <div className={classes.inline}>
          <Button onClick={() => copy('key')}>{t(copied === 'key' ? 'settings.keys.copied' : 'settings.keys.copy')}</Button>
          <Button variant="default" onClick={() => copy('line')}>
            {t(copied === 'line' ? 'settings.keys.copied' : 'settings.keys.copy_line')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('settings.keys.kept')}
          </Button>
        </div>
      </div>
    </div>
  );
};
