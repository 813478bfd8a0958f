import type { PaperDocument } from '../../../contract/paper.ts';
import type { Settings } from '../../../contract/settings.ts';
import { voiceOf } from './voice.ts';

/** A paper that shows whether a printer is set up: letters, signs, sizes, the width of the line and the cut. */
export const testPage = (settings: Settings, now: string): PaperDocument => {
  const { words, language, say } = voiceOf(settings);
  const { printer_columns: columns, printer_host: host, printer_port: port } = settings;
  const ruler = Array.from({ length: columns }, (_, at) => String((at + 1) % 10)).join('');
  return {
    language,
    issuer: settings.shop_name,
    title: words.test.title,
    subject: say.time(now),
    marks: [words.test.mark],
    footer: words.test.end,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.test.address, value: `${host}:${port}` },
          { label: words.test.columns, value: String(columns) },
        ],
      },
      { kind: 'note', heading: words.test.one_line, text: ruler },
      { kind: 'note', heading: words.test.letters, text: 'ABC abc 0123456789 ÆØÅ æøå ÄÖÜ äöüß éèê ñç łżš' },
      {
        kind: 'statement',
        heading: words.test.amounts,
        lines: [
          { label: words.receipt.subtotal, value: say.money(123_456) },
          { label: words.receipt.total, value: say.money(123_456), weight: 'large' },
        ],
      },
    ],
  };
};
