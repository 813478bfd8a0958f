/** The product's mark: a cup. Decoration beside the shop's name. */
export const Mark = ({ size = 36 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="9" fill="var(--accent)" />
    <path d="M8 11h13v7a6 6 0 0 1-6 6h-1a6 6 0 0 1-6-6z" fill="var(--accent-ink)" />
    <path d="M21 13h1.500a3 3 0 0 1 0 6H20.600" fill="none" stroke="var(--accent-ink)" strokeWidth="2" />
  </svg>
);
