import { useTranslation } from 'react-i18next';

/** Bytes for people, in the language of the screens. */
export const useMegabytes = (): ((bytes: number) => string) => {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return (bytes) => format.format(bytes / 1_000_000);
};
