/** More than this is "9+": a favicon has room for two signs. */
const MOST = 9;

/** "(3) Visitors · Vetrina"; the title of a screen knows nothing of the badge before it. */
export function badgedTitle(title: string, unread: number): string {
  const plain = title.replace(/^\(\d+\) /, '');
  return unread > 0 ? `(${unread}) ${plain}` : plain;
}

/** The favicon with the number in its corner, as an address: no canvas, nothing to fetch. */
export function badgedIcon(unread: number): string {
  if (unread === 0) return '/favicon.svg';
  const words = unread > MOST ? `${MOST}+` : String(unread);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0f5f66"/><path d="M7 10h18l-1.6 5a3 3 0 0 1-5.4.4 2.4 2.4 0 0 1-4 0 3 3 0 0 1-5.4-.4z" fill="#fff"/><circle cx="21.500" cy="21.500" r="10.500" fill="#c75f27"/><text x="21.500" y="26.500" font-family="system-ui,sans-serif" font-size="${words.length > 1 ? 12 : 15}" font-weight="700" text-anchor="middle" fill="#fff">${words}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
