import type { Texts } from '../en.ts';

/** Asking for a manager on the spot. */
export const approvalTexts: Pick<Texts, 'approval'> = {
  approval: {
    title: 'Krever PIN fra en leder',
    what_for: 'Gjelder: {{what}}',
    who: 'Hvem tillater det?',
    allow: 'Tillat',
    both_kept: 'Begge navnene lagres sammen med handlingen.',
    nobody: 'Ingen her kan tillate dette. Legg til en leder under Ansatte.',
  },
};
