import { LIMITS } from '@vetrina/protocol/limits';
import type { z } from 'zod';

/** Why a frame was refused: a closed set, counted under these names. */
export type FrameFault = 'not-text' | 'not-json' | 'too-deep' | 'forbidden-key' | 'wrong-shape';

export type Decoded<Frame> =
  | { readonly ok: true; readonly frame: Frame }
  /** `about`: the frame's type, if it could be read and is short enough to be repeated. */
  | { readonly ok: false; readonly fault: FrameFault; readonly about: string | null };

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Keys through which a plain object could be turned into something else, written in whatever escapes. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
/** No such key can stand in a text that contains neither of these. */
const SUSPICIOUS = /__proto__|constructor|prototype|\\u/;

/**
 * Bytes of one frame into a checked message. The schema sees only plain JSON that is shallow and free of keys that reach
 * a prototype; lone surrogates and NUL are refused by the schema's texts. Size is the transport's business (`maxPayload`).
 */
export function decodeFrame<Schema extends z.ZodType>(data: Uint8Array, schema: Schema): Decoded<z.infer<Schema>> {
  let text: string;
  try {
    text = utf8.decode(data);
  } catch {
    return { ok: false, fault: 'not-text', about: null };
  }
  // Depth is judged on the text, before any object exists.
  if (depthExceeds(text, LIMITS.frameDepth)) return { ok: false, fault: 'too-deep', about: null };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'not-json', about: null };
  }
  if (SUSPICIOUS.test(text) && hasForbiddenKey(value))
    return { ok: false, fault: 'forbidden-key', about: typeOf(value) };
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { ok: false, fault: 'wrong-shape', about: typeOf(value) };
  return { ok: true, frame: parsed.data };
}

/** Brackets outside strings, counted. Exact for valid JSON; for anything else `JSON.parse` has the last word. */
function depthExceeds(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x22) {
      at = endOfString(text, at);
    } else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth > most) return true;
    } else if (char === 0x7d || char === 0x5d) depth -= 1;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  for (let at = quote - 1; text.charCodeAt(at) === 0x5c; at -= 1) slashes += 1;
  return slashes % 2 === 1;
}

function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasForbiddenKey);
  return Object.entries(value).some(([key, inner]) => FORBIDDEN.has(key) || hasForbiddenKey(inner));
}

function typeOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  return typeof value.type === 'string' && value.type.length <= 40 && value.type.isWellFormed() ? value.type : null;
}
