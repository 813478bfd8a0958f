import type { Settings } from '../../../contract/settings.ts';
import type { Fact, PaperDocument } from '../../../contract/paper.ts';
import { type Formats, formatsFor } from './formats.ts';
import { wordsFor } from './language.ts';
import { SLIP_WORDS, type SlipWords } from './slip-words.ts';

/** The act of printing: each is recorded. `copy` 0 is the original. */
export interface Printing {
  readonly at: string;
  readonly by: string;
  readonly copy: number;
}

/** How a slip speaks: the shop, its words and its ways of writing. */
export interface Voice {
  readonly shop: Pick<Settings, 'shop_name' | 'tax_number' | 'receipt_footer'>;
  readonly words: SlipWords;
  readonly language: string;
  readonly say: Formats;
}

export const voiceOf = (settings: Settings): Voice => {
  const { words, language } = wordsFor(SLIP_WORDS, settings.language);
  return { shop: settings, words, language, say: formatsFor({ language, currency: settings.currency, time_zone: settings.time_zone }) };
};

/** What stands at the top of every slip. */
export const letterhead = ({ shop, words, language }: Voice): Pick<PaperDocument, 'language' | 'issuer' | 'issuer_lines'> => ({
  language,
  issuer: shop.shop_name,
  ...(shop.tax_number === '' ? {} : { issuer_lines: [words.tax_number(shop.tax_number)] }),
});

/** A copy says so in the largest letters on the paper; an original says nothing. */
export const copyMark = (words: SlipWords, { copy }: Printing): string[] => (copy > 0 ? [words.marks.copy(copy)] : []);

/** When and by whom a copy was made. */
export const copyFacts = ({ words, say }: Voice, printing: Printing): Fact[] =>
  printing.copy > 0 ? [{ label: words.facts.printed, value: words.facts.by(say.time(printing.at), printing.by) }] : [];
