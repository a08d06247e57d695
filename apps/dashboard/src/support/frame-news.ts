/** What the frame of the support chat and the dashboard around it say to each other. Both are pages of this origin. */
export type FrameNews = { readonly support: 'closed' } | { readonly support: 'answered' };
export type FrameOrder = { readonly support: 'open'; readonly screen: string };

const KINDS = ['closed', 'answered', 'open'];

/** Whatever else is posted about on a page is none of ours. */
export function readFrameNews(data: unknown): FrameNews | FrameOrder | null {
  if (typeof data !== 'object' || data === null || !('support' in data)) return null;
  return KINDS.includes(data.support as string) ? (data as FrameNews | FrameOrder) : null;
}

/**
 * The frame's address, which is all the operator's list shows as "page": never the dashboard's own, which names visitors and
 * conversations. `screen` is the first part of the dashboard's path, such as `automation`, and nothing behind it.
 */
export function frameAddress(pathname: string, language: string): string {
  return `/support.html?${new URLSearchParams({ screen: screenOf(pathname), language })}`;
}

export const screenOf = (pathname: string): string => /^\/([a-z-]+)/.exec(pathname)?.[1] ?? 'start';
