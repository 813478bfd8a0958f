import type { orderTexts as English } from '../en/orders.ts';

export const orderTexts: typeof English = {
  status: { pending: 'Venter', preparing: 'Lages', ready: 'Klar', completed: 'Fullført', cancelled: 'Kansellert' },
  board: {
    title: 'Ordrer',
    preparing: 'Begynn å lage',
    ready: 'Merk som klar',
    completed: 'Lever ut',
    advance: '{{step}}: ordre {{number}}',
    empty_pending: 'Ingen nye ordrer',
    empty_preparing: 'Ingenting lages',
    empty_ready: 'Ingenting venter på å bli hentet',
    walk_in: 'Uten navn',
    more: 'Viser de {{shown}} nyeste av {{total}}',
    failed: 'Ordrene kunne ikke leses',
    cancel: 'Kanseller ordren',
    cancel_title: 'Kansellere ordre {{number}}?',
    cancel_keep: 'Behold ordren',
    columns: 'Status',
    cancel_text_one:
      '{{count}} vare går tilbake til lageret, og {{total}} tas ut av skiftets salg. En kansellert ordre kan ikke hentes tilbake.',
    cancel_text_other:
      '{{count}} varer går tilbake til lageret, og {{total}} tas ut av skiftets salg. En kansellert ordre kan ikke hentes tilbake.',
    announce: 'Ordre {{number}} er nå: {{status}}',
  },
  order: {
    title: 'Ordre {{number}}',
    placed_at: 'Lagt inn',
    changed_at: 'Sist endret',
    customer: 'Kunde',
    payment: 'Betaling',
    status: 'Status',
    note: 'Merknad',
    discount: 'Rabatt',
    full_number: 'Nummer',
    lines: 'Det som er bestilt',
    shift: 'Skift',
    no_shift: 'ingen',
  },
  age: {
    now: 'nå nettopp',
    minutes: '{{count}} min',
    hours: '{{hours}} t {{minutes}} min',
    days_one: '{{count}} dag',
    days_other: '{{count}} dager',
  },
};
