/** Outlines on a 20 × 20 grid, drawn with a 1.5 px line in the colour of the text around them. `fill` parts are solid. */
export interface IconShape {
  readonly line?: string;
  readonly fill?: string;
}

const BUBBLE = 'M3.500 5.500a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-3.500 3v-3a2 2 0 0 1-2-2z';
const PERSON = 'M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.500c.6-3 3-4.500 6-4.500s5.400 1.500 6 4.500';

export const ICONS = {
  'new-chat': { fill: `${BUBBLE}M9.200 6h1.600v3.600H9.200zM9.200 10.500h1.600v1.500H9.200z` },
  chatting: { line: `${BUBBLE}M7 7.500h6M7 10h4` },
  active: { fill: 'M10 15a5 5 0 1 0 0-10 5 5 0 0 0 0 10z' },
  inactive: { line: 'M10 14.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9z' },
  left: { line: 'M8 3.500H5.500a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2H8M9 10h7.500M13.500 7l3 3-3 3' },
  typing: {
    line: BUBBLE,
    fill: 'M7 9.500a1 1 0 1 0 0-2 1 1 0 0 0 0 2zM10 9.500a1 1 0 1 0 0-2 1 1 0 0 0 0 2zM13 9.500a1 1 0 1 0 0-2 1 1 0 0 0 0 2z',
  },
  unread: { line: 'M3 5.500h14v9H3zM3 6l7 5 7-5' },
  blocked: { line: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM5 5l10 10' },
  customer: { line: PERSON },
  verified: {
    line: 'M8.500 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.500 16.500c.6-3 3-4.500 6-4.500M11.500 14l2 2 4-4.500',
  },
  'auto-messaged': { line: 'M11 2.500 4.500 11.500H10l-1 6 6.500-9H10z' },
  'first-visit': {
    line: 'M10 2.500l2 5.300 5.500.3-4.300 3.500 1.500 5.400-4.700-3.100L5.300 17l1.500-5.400L2.500 8.100 8 7.800z',
  },
  returning: { line: 'M4 10a6 6 0 1 1 2 4.500M4 15v-3.500h3.500' },
  desktop: { line: 'M3 4h14v9.500H3zM7.500 16.500h5M10 13.500v3' },
  tablet: { line: 'M5.500 3h9a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM9 14.500h2' },
  phone: { line: 'M7 2.500h6a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM9.200 15h1.600' },
  browser: {
    line: 'M3 5a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM3 7.500h14M5.500 5.800h.01M7.500 5.800h.01',
  },
  os: {
    line: 'M6.500 6.500h7v7h-7zM8 3v3.500M12 3v3.500M8 13.500V17M12 13.500V17M3 8h3.500M3 12h3.500M13.500 8H17M13.500 12H17',
  },
  visitors: {
    line: 'M7.500 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.500c.5-3 2.500-4.500 5.500-4.500s5 1.500 5.500 4.500M13 9.300a2.800 2.800 0 0 0 0-5.400M15 12.200c1.700.6 2.700 2 3 4.300',
  },
  install: { line: 'M7 6.500 3 10l4 3.500M13 6.500l4 3.500-4 3.500M11.200 4.500 8.800 15.500' },
  settings: { line: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z' },
  search: { line: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13 13l4 4' },
  columns: { line: 'M3 4h14v12H3zM8 4v12M12.500 4v12' },
  help: {
    line: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8a2 2 0 1 1 2.600 1.900c-.4.1-.6.400-.6.800v.8M10 13.800h.01',
  },
  link: {
    line: 'M8.500 11.500l3-3M9 6l1.500-1.500a3.200 3.200 0 0 1 4.500 4.500L13.500 10.500M11 14l-1.500 1.500A3.200 3.200 0 0 1 5 11l1.500-1.500',
  },
  close: { line: 'M5 5l10 10M15 5 5 15' },
  check: { line: 'M4 10.500l4 4 8-9' },
  up: { line: 'M10 16V4.500M5.500 9 10 4.500 14.500 9' },
  down: { line: 'M10 4v11.500M5.500 11l4.500 4.500 4.500-4.500' },
  grip: { fill: 'M7 4h2v2H7zM11 4h2v2h-2zM7 9h2v2H7zM11 9h2v2h-2zM7 14h2v2H7zM11 14h2v2h-2z' },
  sun: {
    line: 'M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100',
  },
  warning: { line: 'M10 3 2.500 16.500h15zM10 8v4M10 14.200h.01' },
  offline: {
    line: 'M3 7.500c1.300-1.200 2.900-2 4.600-2.300M17 7.500a10 10 0 0 0-5-2.400M6 11a6 6 0 0 1 4-1.500M10 15.500h.01M3.500 3.500l13 13',
  },
  account: { line: PERSON },
  sort: { line: 'M6 4v12M3.500 13.500 6 16l2.500-2.500M14 16V4M11.500 6.500 14 4l2.500 2.500' },
  keyboard: {
    line: 'M2.500 5.500h15v9h-15zM5.500 8.500h.01M8.500 8.500h.01M11.500 8.500h.01M14.500 8.500h.01M6.500 11.500h7',
  },
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof ICONS;
