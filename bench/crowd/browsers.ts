export interface Browser {
  readonly weight: number;
  readonly userAgent: string;
  readonly screens: readonly (readonly [width: number, height: number])[];
}

const DESKTOP = [
  [1920, 1080],
  [1536, 864],
  [1440, 900],
  [2560, 1440],
] as const;
const IPHONE = [
  [390, 844],
  [393, 852],
  [430, 932],
] as const;
const ANDROID = [
  [360, 800],
  [412, 915],
  [384, 854],
] as const;
const TABLET = [
  [820, 1180],
  [1024, 1366],
] as const;

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const KHTML = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

export const BROWSERS: readonly Browser[] = [
  { weight: 22, userAgent: `${WINDOWS} ${KHTML} Chrome/154.0.0.0 Safari/537.36`, screens: DESKTOP },
  { weight: 6, userAgent: `${WINDOWS} ${KHTML} Chrome/154.0.0.0 Safari/537.36 Edg/154.0.0.0`, screens: DESKTOP },
  {
    weight: 4,
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:149.0) Gecko/20100101 Firefox/149.0',
    screens: DESKTOP,
  },
  { weight: 7, userAgent: `${MAC} ${WEBKIT} Version/26.1 Safari/605.1.15`, screens: DESKTOP },
  { weight: 5, userAgent: `${MAC} ${KHTML} Chrome/154.0.0.0 Safari/537.36`, screens: DESKTOP },
  { weight: 2, userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0', screens: DESKTOP },
  {
    weight: 22,
    userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${WEBKIT} Version/26.1 Mobile/15E148 Safari/604.1`,
    screens: IPHONE,
  },
  {
    weight: 22,
    userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${KHTML} Chrome/154.0.0.0 Mobile Safari/537.36`,
    screens: ANDROID,
  },
  {
    weight: 5,
    userAgent: `Mozilla/5.0 (Linux; Android 15; SM-S921B) ${KHTML} SamsungBrowser/29.0 Chrome/150.0.0.0 Mobile Safari/537.36`,
    screens: ANDROID,
  },
  {
    weight: 3,
    userAgent: `Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) ${WEBKIT} Version/17.7 Mobile/15E148 Safari/604.1`,
    screens: TABLET,
  },
];

/** Crawlers that run scripts, by the names they give themselves. */
export const CRAWLERS: readonly string[] = [
  `Mozilla/5.0 ${KHTML}; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/154.0.0.0 Safari/537.36`,
  `Mozilla/5.0 ${KHTML}; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/150.0.0.0 Safari/537.36`,
  'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
];
