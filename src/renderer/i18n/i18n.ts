import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en, type Texts } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
  }
}

/** Languages beside English, read when first used. */
const OTHERS: Readonly<Record<string, () => Promise<Texts>>> = {
  nb: async () => (await import('./nb.ts')).nb,
};

export const startTexts = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en } },
    lng: 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
};

/** Switches to the shop's language (`nb`, `en-GB` ...); one that we do not have falls back to English. */
export const speak = async (tag: string): Promise<void> => {
  const language = tag.split('-')[0] ?? 'en';
  const load = OTHERS[language];
  if (load && !i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await load());
  }
  const chosen = load ? language : 'en';
  if (i18next.language !== chosen) await i18next.changeLanguage(chosen);
  document.documentElement.lang = chosen;
};
