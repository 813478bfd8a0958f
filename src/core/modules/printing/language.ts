/** The words of a language tag such as `nb` or `nb-NO` from a table by language, and the language they really are in: English where it is missing. */
export const wordsFor = <W>(tables: Readonly<Record<string, W>>, tag: string): { words: W; language: string } => {
  const language = tag.split('-')[0] ?? tag;
  const words = tables[tag] ?? tables[language];
  if (words) return { words, language: tag };
  const english = tables.en;
  if (!english) throw new Error('a table of words lacks English');
  return { words: english, language: 'en' };
};
