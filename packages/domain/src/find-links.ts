import { LIMITS } from '@vetrina/protocol/limits';
import { webUrl } from './address.ts';

export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** White space, quotation marks and angle brackets end a link, and so does what nobody sees, such as a turn of the writing's direction. */
const WORD = /[^\s<>"“”„«»\p{Cc}\p{Cf}]+/gu;
/** Where an address begins: not in the middle of a word. */
const ADDRESS = /(?<![\p{L}\p{N}_@.-])(?:https?:\/\/|www\.)/iu;
/** `www.` counts only before a whole host name. */
const HOST = /^www\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?=[/:?#]|$)/iu;
/** Ends sentences more often than addresses. */
const CLOSING = new Set(".,;:!?'’*_~…|。、，！？；：");
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '）': '（', '】': '【', '」': '「' };
const LOCAL = /[A-Za-z0-9._+-]/;
const DOMAIN = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}$/;
/** RFC 5321 4.5.3.1: longest local part and domain. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

/**
 * Takes the text of a message apart into plain text and links: addresses with http, https or `www.`, and e-mail addresses.
 * Joined again, the pieces' texts are the text. Nobody's HTML is read and none is made; every `href` is http(s) or mailto.
 * Addresses with a user name before the host are not linked: `https://bank.example@evil.example` reads like another place.
 */
export function findLinks(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    for (const link of linksIn(word)) {
      const at = index + link.at;
      if (at > done) pieces.push({ kind: 'text', text: text.slice(done, at) });
      pieces.push({ kind: 'link', text: link.text, href: link.href });
      done = at + link.text.length;
    }
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) });
  return pieces;
}

interface Found {
  readonly at: number;
  readonly text: string;
  readonly href: string;
}

/** A word holds one web address, up to its end, or any number of e-mail addresses. */
function linksIn(word: string): readonly Found[] {
  const at = ADDRESS.exec(word)?.index;
  if (at === undefined) return emailsIn(word);
  const found = webLink(word, at);
  return found === null ? [] : [found];
}

function webLink(word: string, at: number): Found | null {
  const text = withoutClosing(word.slice(at));
  if (text.length > LIMITS.url) return null;
  const bare = /^www\./i.test(text);
  if (bare && !HOST.test(text)) return null;
  const url = webUrl(bare ? `https://${text}` : text);
  if (url === null || url.username !== '' || url.password !== '') return null;
  return { at, text, href: url.href };
}

/** Drops what belongs to the sentence: its punctuation, and brackets that were opened before the address. */
function withoutClosing(text: string): string {
  const open = new Map<string, number>();
  for (const letter of text) {
    if (letter in BRACKETS) count(open, BRACKETS[letter] ?? '', -1);
    else count(open, letter, 1);
  }
  let end = text.length;
  while (end > 0) {
    const last = text[end - 1] ?? '';
    const partner = BRACKETS[last];
    if (partner !== undefined && (open.get(partner) ?? 0) < 0) count(open, partner, 1);
    else if (!CLOSING.has(last)) break;
    end -= 1;
  }
  return text.slice(0, end);
}

function count(counts: Map<string, number>, letter: string, by: number): void {
  counts.set(letter, (counts.get(letter) ?? 0) + by);
}

function emailsIn(word: string): readonly Found[] {
  const found: Found[] = [];
  let from = 0;
  for (let sign = word.indexOf('@'); sign >= 0; sign = word.indexOf('@', sign + 1)) {
    const email = emailAround(word, sign, from);
    if (email === null) continue;
    found.push({ at: email.at, text: email.text, href: `mailto:${email.text}` });
    from = email.at + email.text.length;
  }
  return found;
}

function emailAround(word: string, sign: number, from: number): { readonly at: number; readonly text: string } | null {
  let at = sign;
  while (at > from && sign - at <= LONGEST_LOCAL && LOCAL.test(word[at - 1] ?? '')) at -= 1;
  while (word[at] === '.') at += 1;
  let end = sign + 1;
  while (end < word.length && end - sign <= LONGEST_DOMAIN && /[A-Za-z0-9.-]/.test(word[end] ?? '')) end += 1;
  // `anna@shop.example@other.example` is nobody's address.
  if (word[end] === '@' || (at > 0 && word[at - 1] === '@') || sign - at > LONGEST_LOCAL) return null;
  while (/[.-]/.test(word[end - 1] ?? '')) end -= 1;
  const local = word.slice(at, sign);
  if (local === '' || local.endsWith('.') || !DOMAIN.test(word.slice(sign + 1, end))) return null;
  return { at, text: word.slice(at, end) };
}
