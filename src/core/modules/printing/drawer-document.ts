import type { DrawerMovement } from '../../../contract/drawer.ts';
import type { PaperDocument } from '../../../contract/paper.ts';
import { copyFacts, copyMark, letterhead, type Printing, type Voice } from './voice.ts';

/** The slip that goes into the drawer in place of the cash, or beside it. It never says what should lie there. */
export const drawerDocument = (movement: DrawerMovement, voice: Voice, printing: Printing): PaperDocument => {
  const { words, say, shop } = voice;
  const subject = words.drawer.subject(movement.id);
  return {
    ...letterhead(voice),
    title: words.drawer.titles[movement.kind],
    subject,
    marks: copyMark(words, printing),
    footer: `${shop.shop_name} · ${subject} · ${say.time(movement.created_at)}`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: words.facts.shift, value: String(movement.shift_id) },
          { label: words.facts.time, value: say.time(movement.created_at) },
          { label: words.facts.made_by, value: movement.made_by },
          ...(movement.approved_by ? [{ label: words.facts.approved_by, value: movement.approved_by }] : []),
          ...copyFacts(voice, printing),
        ],
      },
      { kind: 'note', heading: words.drawer.reason, text: movement.reason },
      ...(movement.kind === 'no_sale'
        ? []
        : [
            {
              kind: 'statement',
              heading: '',
              lines: [{ label: words.drawer.amount, value: say.money(movement.amount), weight: 'large' }],
            } as const,
          ]),
      { kind: 'signature', label: words.drawer.signature },
    ],
  };
};
