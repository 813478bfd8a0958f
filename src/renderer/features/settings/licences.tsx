import { Button, Loader } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/problem.tsx';
import { type LicenceText, licenceTextsIn } from './licence-texts.ts';
import { LIBRARIES } from './libraries.ts';
import classes from './settings.module.css';

/** The licences' own words, fetched when somebody asks: they are longer than all other texts of the screens together. */
const LicenceTexts = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const [texts, setTexts] = useState<readonly LicenceText[] | null>(null);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    let isHere = true;
    import('../../../../THIRD-PARTY-LICENCES.md?raw')
      .then((file) => isHere && setTexts(licenceTextsIn(file.default)))
      .catch((failure: unknown) => isHere && setError(failure as Error));
    return () => {
      isHere = false;
    };
  }, []);
  return (
    <Dialog title={t('settings.about.texts_title')} onClose={onClose} size={760}>
      <Problem error={error} />
      {texts === null && error === null ? <Loader aria-label={t('app.loading')} /> : null}
      <ul className={classes.licences}>
        {texts?.map(({ packages, text }) => (
          <li key={packages}>
            <details>
              <summary>{packages}</summary>
              <pre>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};

/** What the program is built with, and the way to each licence. */
export const Licences = () => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <h3 className={classes.subtitle}>{t('settings.about.licence')}</h3>
      <p className={classes.hint}>{t('settings.about.licence_text')}</p>
      <p className={classes.hint}>{LIBRARIES.map(([name, licence]) => `${name} (${licence})`).join(', ')}</p>
      <div className={classes.inline}>
        <Button variant="default" leftSection={<IconFileText size={20} />} onClick={() => setIsOpen(true)}>
          {t('settings.about.texts')}
        </Button>
      </div>
      {isOpen ? <LicenceTexts onClose={() => setIsOpen(false)} /> : null}
    </>
  );
};
