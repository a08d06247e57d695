/** How people find the shop: the referrer the browser reports and the query of the page they land on. */
export interface Source {
  readonly weight: number;
  readonly referrer: string;
  readonly query: string;
}

export const SOURCES: readonly Source[] = [
  { weight: 30, referrer: '', query: '' },
  { weight: 28, referrer: 'https://www.google.com/', query: '' },
  {
    weight: 6,
    referrer: 'https://www.google.com/',
    query: '?utm_source=google&utm_medium=cpc&utm_campaign=autumn-lamps',
  },
  { weight: 5, referrer: 'https://www.bing.com/', query: '' },
  { weight: 3, referrer: 'https://duckduckgo.com/', query: '' },
  { weight: 10, referrer: '', query: '?utm_source=newsletter&utm_medium=email&utm_campaign=november' },
  {
    weight: 9,
    referrer: 'https://l.instagram.com/',
    query: '?utm_source=instagram&utm_medium=social&utm_campaign=stories',
  },
  { weight: 4, referrer: 'https://www.pinterest.com/', query: '' },
  { weight: 3, referrer: 'https://www.facebook.com/', query: '?utm_source=facebook&utm_medium=social' },
  { weight: 2, referrer: 'https://blog.example.org/calm-rooms', query: '' },
];
