import { LIMITS } from '@vetrina/protocol/limits';

/** Two slashes and then a host: browsers also read `http:\\host` and `http:host`, no page reports its address so. */
const WEB = /^https?:\/\/[^\s/\\?#]/i;

/** Parsers drop these wherever they stand, so `java\nscript:` would be read as `javascript:`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * A page's address as it may be stored and linked to, or null when it is not a plain http(s) address. User and password
 * are dropped, the query is cut to the parameters named in `keptQuery` (T3), a fragment stays only if it is a route
 * (`#/cart`, `#!cart`), its own query cut as well. At most `LIMITS.url` long.
 */
export function safeAddress(raw: string, keptQuery: readonly string[]): string | null {
  const url = webUrl(raw);
  if (!url) return null;
  const place = `${url.origin}${url.pathname}`;
  const whole = `${place}${cutQuery(url.search, keptQuery)}${cutFragment(url.hash, keptQuery)}`;
  if (whole.length <= LIMITS.url) return whole;
  // Only the encoding of other scripts grows an address that long; half an escape at the cut would break it.
  return place.slice(0, LIMITS.url).replace(/%[\dA-F]?$/i, '');
}

/** The host name of an http(s) address, lower case, without port; null for anything else. */
export function hostOf(url: string): string | null {
  return webUrl(url)?.hostname ?? null;
}

/** A parsed http(s) address, or null; stricter than `new URL`, which mends what no honest page sends. */
export function webUrl(raw: string): URL | null {
  if (!WEB.test(raw) || CONTROL.test(raw)) return null;
  const url = parsed(raw);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}

/** As `URL.parse`, which pages in browsers before the summer of 2024 do not have. */
function parsed(raw: string): URL | null {
  try {
    return new URL(raw);
  } catch {
    return null;
  }
}

/** Keeps parameters as they were written, so that nothing kept is respelled. `search` starts with `?` or is empty. */
function cutQuery(search: string, keptQuery: readonly string[]): string {
  if (search.length < 2 || keptQuery.length === 0) return '';
  const kept = search
    .slice(1)
    .split('&')
    .filter((parameter) => keptQuery.includes(decoded(parameter.split('=', 1)[0] ?? '')));
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

function cutFragment(hash: string, keptQuery: readonly string[]): string {
  if (!/^#[/!]/.test(hash)) return '';
  const question = hash.indexOf('?');
  return question < 0 ? hash : hash.slice(0, question) + cutQuery(hash.slice(question), keptQuery);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    // Not an escape after all: the name is what stands there.
    return name;
  }
}
