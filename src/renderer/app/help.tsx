import { Fragment } from 'react';
import { type TOptions } from 'i18next';
import { useTranslation } from 'react-i18next';
import { capsOf } from '../keyboard/caps.ts';
import { type ScreenName, type Shortcut, shortcutsOf } from '../keyboard/map.ts';
import { Dialog } from '../ui/dialog.tsx';
import classes from './help.module.css';

/** The keys of the current screen, from the table that the screens act by. */
export const Help = ({ screen, onClose }: { screen: ScreenName; onClose: () => void }) => {
  const { t: typed } = useTranslation();
  // The table's names make the key, so the compiler cannot know it; a test walks the whole table.
  const t = typed as unknown as (key: string, options?: TOptions) => string;
  const caps = (key: string) => capsOf(key, (name) => t(`help.keys.${name}`));
  const row = (shortcut: Shortcut) => (
    <tr key={`${shortcut.screen}.${shortcut.action}`}>
      <td className={classes.keys}>
        {shortcut.words ? <span className={classes.words}>{t(`help.words.${shortcut.words}`)}</span> : null}
        {shortcut.keys.map((key, index) => (
          <Fragment key={key}>
            {index > 0 ? <span className={classes.or}>{t('help.or')}</span> : null}
            {caps(key).map((cap) => (
              <kbd key={cap}>{cap}</kbd>
            ))}
          </Fragment>
        ))}
      </td>
      <td>{t(`help.actions.${shortcut.screen}.${shortcut.action}`)}</td>
    </tr>
  );
  return (
    <Dialog title={t('help.title')} onClose={onClose} size={640}>
      {[screen, 'everywhere' as const].map((name) => (
        <section key={name} className={classes.section}>
          <h3>{t(`help.${name}`)}</h3>
          <table className={classes.table}>
            <tbody>{shortcutsOf(name).map(row)}</tbody>
          </table>
        </section>
      ))}
    </Dialog>
  );
};
