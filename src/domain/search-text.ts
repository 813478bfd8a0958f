/** Latin letters that carry a stroke or are joined: Unicode does not decompose them, people still search without. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  þ: 'th',
  ŧ: 't',
  ς: 'σ',
};

/**
 * Marks that readers of a script leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic
 * vowels. Marks that make another letter (Devanagari vowels, Japanese voicing) stay.
 */
const OPTIONAL_MARKS =
  // oxlint-disable-next-line eslint/no-misleading-character-class -- the class lists marks alone, none of them after a letter
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g;

/**
 * The form in which texts are searched and compared: without regard to case, accents or width (contract rule:
 * DECISIONS 19). Fold both the stored text and the words sought.
 */
export const foldText = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(OPTIONAL_MARKS, '')
        .toLowerCase()
        .replace(/[ßæœøđðħıłŋþŧς]/g, (letter) => LETTERS[letter] ?? letter)
        .normalize('NFC');

/** The form in which names are unique without regard to case (contract rule: DECISIONS 13). Accents still differ. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
