import { LIMITS } from '@vetrina/protocol/limits';

/** What cannot stand in a file's name on somebody's machine, and what hides its ending (`fdp.exe` turned round). */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*\\/]+/gu;
const ENDING = /\.[A-Za-z0-9]{1,5}$/;
const FALLBACK = 'file';

/**
 * A file's name as it is kept and shown, from the URI-encoded header an uploader sent: the last part of a path, without
 * unseen characters, at most `LIMITS.fileName` long with its ending.
 */
export function fileName(header: string | undefined): string {
  const last =
    decoded(header ?? '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  // Not by an expression: looking for spaces before an end takes the square of how many there are elsewhere.
  const clean = last
    .replace(UNFIT, '_')
    .replace(/^[.\s]+/, '')
    .trimEnd();
  const ending = ENDING.exec(clean)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - ending.length) || FALLBACK;
  // The cut may leave half of a pair behind.
  return stem.slice(0, LIMITS.fileName - ending.length).replace(/[\ud800-\udbff]$/, '') + ending;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
