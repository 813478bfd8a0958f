import { useTranslation } from 'react-i18next';
import { en } from '../../i18n/en.ts';

type Things = keyof typeof en.audit.things;
type Acts = keyof typeof en.audit.acts;
type Fields = keyof typeof en.audit.fields;

/** Names of things, acts and fields; what has no name of its own (imported rows hold anything) is shown as it is. */
export const useAuditWords = () => {
  const { t } = useTranslation();
  const plain = (text: string) => text.replaceAll('_', ' ');
  return {
    thing: (type: string): string => (Object.hasOwn(en.audit.things, type) ? t(`audit.things.${type as Things}`) : type),
    act: (action: string): string => (Object.hasOwn(en.audit.acts, action) ? t(`audit.acts.${action as Acts}`) : plain(action)),
    field: (name: string): string => (Object.hasOwn(en.audit.fields, name) ? t(`audit.fields.${name as Fields}`) : plain(name)),
  };
};
