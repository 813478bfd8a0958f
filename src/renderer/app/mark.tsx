/** The product's mark: a cup. Decoration beside the shop's name. */
export const Mark = ({ size = 36 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="9" fill="var(--accent)" />
    <path d="M8 11h13v7a6 6 0 0 1-6 6h-1a6 6 0 0 1-6-6z" fill="var(--accent-ink)" />
    <path d="M21 13h1.5a3 3 0 0 1 0 6H20.6" fill="none" stroke="var(--accent-ink)" strokeWidth="2" />
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
