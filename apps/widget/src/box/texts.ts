import type { Catalogue } from './catalogue.ts';
import { CATALOGUES } from './catalogues.ts';
import { english } from './locales/en.ts';

type Values = Readonly<Record<string, string | number>>;
type PlainKey = { [Key in keyof Catalogue]: Catalogue[Key] extends string ? Key : never }[keyof Catalogue];
type CountedKey = Exclude<keyof Catalogue, PlainKey>;

/** Texts, numbers and times in one language. */
export interface Texts {
  readonly language: string;
  text(key: PlainKey, values?: Values): string;
  counted(key: CountedKey, count: number): string;
  /** 21:05 */
  time(at: number): string;
  /** Today, yesterday, or the date. `now` is the server's clock as well as it is known. */
  day(at: number, now: number): string;
  /** 1.5 MB */
  size(bytes: number): string;
}

const DAY_MS = 86_400_000;
const MEGABYTE = 1024 * 1024;

export function textsOf(language: string, catalogue: Catalogue): Texts {
  const plurals = once(() => new Intl.PluralRules(language));
  const time = once(() => new Intl.DateTimeFormat(language, { timeStyle: 'short' }));
  const date = once(() => new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }));
  const relative = once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const unit = (name: string, digits: number) =>
    once(() => new Intl.NumberFormat(language, { style: 'unit', unit: name, maximumFractionDigits: digits }));
  const kilobytes = unit('kilobyte', 0);
  const megabytes = unit('megabyte', 1);
  return {
    language,
    text: (key, values) => fill(catalogue[key], values),
    counted(key, count) {
      const forms = catalogue[key];
      return fill(forms[plurals().select(count)] ?? forms.other, { count: count.toLocaleString(language) });
    },
    time: (at) => time().format(at),
    day(at, now) {
      const ago = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
      const words = ago >= 0 && ago < 2 ? relative().format(ago === 0 ? 0 : -ago, 'day') : date().format(at);
      return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
    },
    size: (bytes) =>
      bytes < MEGABYTE ? kilobytes().format(Math.max(1, bytes / 1024)) : megabytes().format(bytes / MEGABYTE),
  };
}

/** Made when first asked for, and kept: a formatter costs the page several milliseconds. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** English is here already; another language comes by its own request, and English stays if it does not come. */
export async function fetchTexts(language: string): Promise<Texts> {
  const fetchCatalogue = CATALOGUES[language];
  if (!fetchCatalogue) return textsOf('en', english);
  try {
    return textsOf(language, await fetchCatalogue());
  } catch {
    return textsOf('en', english);
  }
}
