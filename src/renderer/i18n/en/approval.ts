/** Asking for a manager on the spot. */
export const approvalTexts = {
  approval: {
    title: "A manager's PIN is needed",
    what_for: 'For: {{what}}',
    who: 'Who allows it?',
    allow: 'Allow',
    both_kept: 'Both names are kept with it.',
    nobody: 'Nobody here may allow this. Add a manager under Staff.',
  },
};
