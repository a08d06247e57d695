/** A shop window with its awning. Decoration: the name stands beside it or in the link's label. */
export function Logo({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0f5f66" />
      <path d="M7 10h18l-1.600 5a3 3 0 0 1-5.400.4 2.400 2.400 0 0 1-4 0 3 3 0 0 1-5.400-.4z" fill="#fff" />
      <path
        d="M9.500 19.500V24h13v-4.500"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="20.500" r="1.900" fill="#f2b488" />
    </svg>
  );
}
