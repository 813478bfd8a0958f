/** The product's mark: a cup from above and a spoon across it, the letter phi. Decoration beside the shop's name. */
export const Mark = ({ size = 36 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8" fill="var(--accent)" />
    <circle cx="16" cy="16.7" r="7.2" fill="none" stroke="var(--accent-ink)" strokeWidth="2.7" />
    <path d="M16 26.8V8.4" stroke="var(--accent-ink)" strokeWidth="2.6" strokeLinecap="round" />
    <ellipse cx="16" cy="7.5" rx="2.4" ry="3.2" fill="var(--accent-ink)" />
  </svg>
);

/** The ring that a cup leaves on a table. Decoration. */
export const CupRing = ({ className }: { className: string | undefined }) => (
  <svg className={className} viewBox="0 0 200 200" fill="none" stroke="currentColor" aria-hidden="true">
    <circle cx="100" cy="100" r="88" strokeWidth="9" strokeDasharray="430 34 70 20" strokeLinecap="round" />
    <circle cx="102" cy="99" r="76" strokeWidth="2" strokeDasharray="210 18 240 12" strokeLinecap="round" />
    <circle cx="98" cy="101" r="96" strokeWidth="1.5" strokeDasharray="120 40 320 30" strokeLinecap="round" />
  </svg>
);
