/** Colours of a printed page: they must also read well on a grey printer. */
export const INK = { text: '#211a16', muted: '#6a6059', accent: '#6b4226', line: '#d8cfc8', band: '#f5f0eb' } as const;

/** Inner room of table rows, in points. */
export const ROW = { above: 2.6, below: 2.2 } as const;

/** Letters in points. A mark is twice as large as the largest amount, which is that of the figures and of a receipt's total. */
export const SIZE = { large: 15, figure: 15, mark: 32 } as const;
